import { route } from '@/app/_boundary/route'
import { idIn } from '@/app/api/interviews/[id]/media'
import { changesSinceLook } from '@/claims/looks'

/** What colleagues changed in a claim since this member last looked; null where they never did. */
export const GET = route(({ actor, params }) => changesSinceLook(actor, idIn(params)), { maxBytes: 0 })
