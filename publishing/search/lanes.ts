/**
 * Lets so many things run at once and the others wait their turn. A search takes two of the process's connections to the
 * database: without this a flood of searches would take them all from the pages that are being read.
 */
export class Lanes {
  private running = 0
  private readonly waiting: (() => void)[] = []

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** True where so many wait that another would be answered too late to be of use. */
  get full(): boolean {
    return this.waiting.length >= this.mostWaiting
  }

  async run<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    if (this.running >= this.atOnce) await new Promise<void>((go) => this.waiting.push(go))
    else this.running++
    try {
      return await ask()
    } finally {
      // The lane goes straight to whoever waits longest, so that nobody comes between.
      const next = this.waiting.shift()
      if (next) next()
      else this.running--
    }
  }
}
