import type { Problem, Severity } from '@/transcripts/model'

/** A file with 10,000 equal faults has one fault: this many are shown, the rest are counted. */
const SHOWN_PER_CODE = 20

/** Where a problem is. */
export type Place = { line?: number | null | undefined; path?: string | null | undefined }

/** Collects problems in the order they are met; repeated ones are shown 20 times and then counted. */
export class ProblemList {
  readonly #problems: Problem[] = []
  readonly #counts = new Map<string, number>()

  add(code: string, severity: Severity, message: string, place: Place = {}): void {
    const count = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, count)
    if (count > SHOWN_PER_CODE) return
    this.#problems.push({ code, severity, line: place.line ?? null, path: place.path ?? null, message })
  }

  /** How often a code was met, the uncounted ones included. */
  count(code: string): number {
    return this.#counts.get(code) ?? 0
  }

  addAll(problems: readonly Problem[]): void {
    for (const problem of problems) this.add(problem.code, problem.severity, problem.message, problem)
  }

  list(): Problem[] {
    const result: Problem[] = []
    const shown = new Map<string, number>()
    for (const problem of this.#problems) {
      result.push(problem)
      const nth = (shown.get(problem.code) ?? 0) + 1
      shown.set(problem.code, nth)
      const more = (this.#counts.get(problem.code) ?? 0) - SHOWN_PER_CODE
      if (nth !== SHOWN_PER_CODE || more <= 0) continue
      const message = `And ${more.toLocaleString('en')} more of the same kind (${problem.code}).`
      result.push({ ...problem, line: null, path: null, message })
    }
    return result
  }
}
