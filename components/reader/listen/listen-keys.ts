import { isForPage } from '@/components/reader/reading-keys'

type Does = {
  toggle: () => void
  skip: (seconds: number) => void
  nextClaim: () => void
  hasPlayed: () => boolean
}

const SKIP = 10

/** The player's single keys; the list of them stands in its panel. Browser code. */
export function hearKeys({ toggle, skip, nextClaim, hasPlayed }: Does): void {
  document.addEventListener('keydown', (event) => {
    if (event.repeat || !isForPage(event)) return
    const does: Record<string, () => void> = {
      k: toggle,
      j: () => skip(-SKIP),
      l: () => skip(SKIP),
      N: nextClaim,
      // Scrolls, as on any page, until somebody has begun to listen; and on buttons it presses them.
      ...(hasPlayed() && nothingFocused() ? { ' ': toggle } : {}),
    }
    const act = does[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
}

function nothingFocused(): boolean {
  const at = document.activeElement
  return at === null || at === document.body || at.id === 'main'
}
