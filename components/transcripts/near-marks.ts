import { canHighlight, markText } from '@/components/transcripts/text-marks'

/**
 * Marks on a whole transcript, of which the browser is told those in sight and near. It paints all marks of a page anew with
 * every change of any of them, so that with a thousand claims each spoken word would cost as much as a frame.
 */
export class NearMarks {
  private wanted: ReadonlyMap<string, { ranges: readonly Range[]; priority: number }> = new Map()
  private frame = 0

  /** @param root holds the stretches, each with `content-visibility: auto` */
  constructor(private readonly root: HTMLElement) {
    // Said of a stretch when it comes near or goes far; a browser that never says it is told of all marks.
    root.addEventListener('contentvisibilityautostatechange', () => this.soon(), { capture: true })
  }

  /** From now on these marks by name, and no others of those names. @returns false where the browser has no highlights */
  show(wanted: ReadonlyMap<string, { ranges: readonly Range[]; priority: number }>): boolean {
    this.wanted = wanted
    this.paint()
    return canHighlight()
  }

  /** Stretches change one after another while somebody scrolls: once a frame is enough. */
  private soon(): void {
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => this.paint())
  }

  private paint(): void {
    const far = new Set<Element>()
    if (SAYS_WHEN_NEAR)
      // Asked of what is in it: the stretch itself is always there.
      for (const stretch of this.root.children)
        if (stretch.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) === false)
          far.add(stretch)
    for (const [name, { ranges, priority }] of this.wanted)
      markText(
        name,
        far.size === 0 ? ranges : ranges.filter((range) => !far.has(stretchOf(range) ?? this.root)),
        priority,
      )
  }
}

const SAYS_WHEN_NEAR =
  typeof window !== 'undefined' &&
  'ContentVisibilityAutoStateChangeEvent' in window &&
  'checkVisibility' in Element.prototype

/** A range lies in one paragraph, and that in a stretch. */
function stretchOf(range: Range): Element | null {
  return range.startContainer.parentElement?.closest('.turns') ?? null
}
