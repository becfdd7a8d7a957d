/** The sentence for somebody who has to wait before the next try at a password or a code. */
export function tooManyAttempts(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  if (minutes > 120) return `Too many attempts. Try again in ${Math.ceil(minutes / 60)} hours.`
  return `Too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
}
