import { land, readerMoved } from '@/components/reader/landing'
import { findWord, wordAtMs } from '@/components/reader/spoken-word'

/** Seconds in addresses: the page's own, and those of its time links. Browser code. */

/** The second of the page's own address, `?t=754`. */
export function startSecond(): number | null {
  const second = Number(new URLSearchParams(location.search).get('t') || Number.NaN)
  return Number.isFinite(second) && second >= 0 ? second : null
}

/** Calls back with the second of each of this page's time links that is followed. */
export function onTimeLink(go: (second: number) => void): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.time') : null
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || link.pathname !== location.pathname)
      return
    const to = Number(new URLSearchParams(link.search).get('t') ?? Number.NaN)
    if (!Number.isFinite(to)) return
    event.preventDefault()
    // What else the address asks for stays: which claims are shown.
    const query = new URLSearchParams(location.search)
    query.set('t', String(to))
    history.replaceState(null, '', `?${query}${link.hash}`)
    go(to)
  })
}

/**
 * Brings the words of a second into view: by word where times are known, else by the turns' own time links. Not where the address
 * names a claim, nor where the reader has moved on while the times were fetched.
 */
export function landOnSecond(starts: number[][] | null, second: number): void {
  if (location.hash.startsWith('#claim-') || readerMoved()) return
  const word = starts ? wordAtMs(starts, second * 1000) : null
  const found = word ? findWord(word.turn, word.word) : null
  if (found) {
    land(found.paragraph)
    return
  }
  let turn: Element | null = null
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.speaker a.time')) {
    if (Number(new URLSearchParams(link.search).get('t')) > second) break
    turn = link.closest('.turn')
  }
  if (turn) land(turn)
}
