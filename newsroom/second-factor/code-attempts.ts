import 'server-only'
import { countAttempt, countCodeOfDay, forgiveAttempts, forgiveCodesOfDay } from '@/newsroom/attempts'

// Codes are counted apart from passwords: a right password must not give new tries at the code.
const account = (memberId: string) => `code:${memberId}`

/**
 * Counts one try at a member's code. What may be a code of the app is counted by the day as well; a recovery code is too long to
 * be guessed, and still lets its owner in where somebody else has used the day up.
 * @throws RateLimited
 */
export async function countCodeAttempt(
  memberId: string,
  code: string,
  address: string | null,
): Promise<void> {
  await countAttempt(account(memberId), address)
  if (/^\d{6}$/.test(code.replaceAll(/\s/g, ''))) await countCodeOfDay(memberId)
}

/** After a right code. */
export async function forgiveCodeAttempts(memberId: string, address: string | null): Promise<void> {
  await forgiveAttempts(account(memberId), address)
  await forgiveCodesOfDay(memberId)
}
