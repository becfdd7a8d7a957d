import { route } from '@/app/_boundary/route'
import { claimView } from '@/claims/queries'
import { keepCopyPage, setCopy } from '@/claims/sources/keep-copy'

/** Fetches the page that the source names and keeps it as the source's copy. Answers with the claim. */
export const POST = route(
  async ({ params, actor }) => {
    const input = { claimId: params.id, itemId: params.sourceId }
    return claimView(actor, await setCopy(await keepCopyPage(actor, input))(actor, input))
  },
  { maxBytes: 0 },
)
