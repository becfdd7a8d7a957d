import type { MakeToken } from '@/newsroom/api-tokens/schema'
import type { MadeToken } from '@/newsroom/api-tokens/views'
import type { ServerAction } from '@/platform/action-result'

/** What can be done about tokens, as Server Actions. */
export type TokenActions = {
  confirmBeforeToken: ServerAction<{ password: string; code: string }, null>
  make: ServerAction<MakeToken, MadeToken>
  revoke: ServerAction<{ tokenId: string }, { name: string }>
}
