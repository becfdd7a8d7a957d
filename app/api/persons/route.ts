import { route } from '@/app/_boundary/route'
import { knownPersons } from '@/claims/sources/known-persons'

/** Persons known to the newsroom whose name holds `name`, for members alone. */
export const GET = route(({ url }) => knownPersons(url.searchParams.get('name') ?? ''), { maxBytes: 0 })
