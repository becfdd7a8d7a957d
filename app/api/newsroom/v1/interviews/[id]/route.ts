import { getDraft } from '@/publishing/api/newsroom-operations'
import { readDraft } from '@/publishing/api/read-drafts'
import { tokenRoute } from '../../_token/token-route'

export const GET = tokenRoute(getDraft, ({ actor, path, origin }) => readDraft(actor, path.id, origin))
