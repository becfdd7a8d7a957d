import { getDraftChanges } from '@/publishing/api/newsroom-operations'
import { draftChanges } from '@/publishing/api/read-drafts'
import { tokenRoute } from '../../../_token/token-route'

export const GET = tokenRoute(getDraftChanges, ({ actor, path, query }) =>
  draftChanges(actor, path.id, query.since),
)
