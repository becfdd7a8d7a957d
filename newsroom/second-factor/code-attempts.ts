import 'server-only'
import { countAttempt, forgiveAttempts } from '@/newsroom/attempts'

// Codes are counted apart from passwords: a right password must not give new tries at the code.
const account = (memberId: string) => `code:${memberId}`

/** Counts one try at a member's code. @throws RateLimited */
export function countCodeAttempt(memberId: string, address: string | null): Promise<void> {
  return countAttempt(account(memberId), address)
}

/** After a right code. */
export function forgiveCodeAttempts(memberId: string, address: string | null): Promise<void> {
  return forgiveAttempts(account(memberId), address)
}
