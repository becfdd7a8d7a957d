/**
 * Lets callers who ask the same question at the same time share one answer: a crowd on one page is one query at a time, not one
 * each. Nothing is remembered after the answer, so whoever asks later sees what stands then.
 */
export class Joined<Answer> {
  private readonly underWay = new Map<string, Promise<Answer>>()

  /** The answer under way for `key`, or a new one from `ask`. */
  ask(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const waiting = this.underWay.get(key)
    if (waiting) return waiting
    const answer = ask().finally(() => this.underWay.delete(key))
    this.underWay.set(key, answer)
    return answer
  }
}
