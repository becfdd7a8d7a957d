/** How somebody likes to listen, kept for the tab. Browser code. */

export type Choices = {
  /** Times the recording's own pace; the pitch stays. */
  speed: number
  /** Seconds to stay after each claim; 0 until the reader goes on. */
  pause: number
  captions: boolean
}

const KEPT = 'claimline-listen'
const USUAL: Choices = { speed: 1, pause: 6, captions: false }

export function readChoices(): Choices {
  try {
    const kept: Partial<Choices> = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}')
    return {
      speed: between(kept.speed, 0.5, 3, USUAL.speed),
      pause: between(kept.pause, 0, 60, USUAL.pause),
      captions: kept.captions === true,
    }
  } catch {
    return { ...USUAL } // storage is closed to the page, or holds something else
  }
}

export function keepChoices(choices: Choices): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(choices))
  } catch {
    // As above: the choice holds for this page.
  }
}

function between(value: unknown, least: number, most: number, usual: number): number {
  return typeof value === 'number' && value >= least && value <= most ? value : usual
}
