import { readJson } from '@/app/_boundary/body'
import { route } from '@/app/_boundary/route'
import { readPage } from '@/claims/sources/read-page'

/**
 * What a page of the public web says of itself. A route and no action, because actions of one page wait for each other and a
 * slow site must not hold up what is being typed.
 */
export const POST = route(async ({ request, actor }) => readPage(actor, await readJson(request)), {
  maxBytes: 10_000,
})
