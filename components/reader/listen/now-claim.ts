import type { RunState } from '@/components/reader/listen/claim-run'
import { noteOf } from '@/components/reader/listen/claims-on-page'

/**
 * The card under the bar: which claim is being heard and what we found. It says so aloud only in the pause after the claim, so that
 * nothing talks over the recording. Browser code; the markup is in `listen-player.tsx`.
 */
export function showRun(card: HTMLElement, said: Element | null, state: RunState): void {
  const open = state.phase !== 'off'
  document.documentElement.classList.toggle('hearing', open)
  card.hidden = !open
  card.dataset.phase = state.phase
  for (const button of card.querySelectorAll<HTMLElement>('[data-when]'))
    button.hidden = !button.dataset.when?.split(' ').includes(actsIn(state))
  const verdict = card.querySelector('.now-verdict')
  const words = card.querySelector('.now-words')
  const link = card.querySelector('a')
  if (!verdict || !words || !link) return
  if (state.phase === 'off') {
    // Emptied, so that the next run is heard even where it says the same.
    if (said) said.textContent = ''
    return
  }
  if (state.phase === 'ended') {
    verdict.replaceChildren()
    link.hidden = true
    words.textContent =
      state.count === 1 ? 'That was the one claim.' : `That was the last of ${state.count} claims.`
    if (said) said.textContent = words.textContent
    return
  }
  const { number } = state.claim
  const note = noteOf(number)
  const badge = note?.querySelector('.verdict')
  card.className =
    card.className.replace(/ v-\S+/g, '') + (/ v-\S+/.exec(` ${note?.className ?? ''}`)?.[0] ?? '')
  const which = document.createElement('span')
  which.textContent = `Claim ${number}`
  const shown = badge?.cloneNode(true)
  if (shown instanceof Element)
    for (const each of [shown, ...shown.querySelectorAll('[id]')]) each.removeAttribute('id')
  verdict.replaceChildren(...(shown ? [shown] : []), which)
  const sentence = note?.querySelector('.note-claim')?.textContent ?? ''
  words.textContent = sentence
  link.hidden = false
  link.href = `#claim-${number}`
  if (said)
    said.textContent = state.phase === 'pausing' ? `Claim ${number}, ${badge?.textContent}: ${sentence}` : ''
}

/** Which of the card's buttons make sense. */
function actsIn(state: RunState): string {
  if (state.phase === 'off' || state.phase === 'ended') return state.phase
  if (state.alone) return state.phase === 'pausing' ? 'heard' : 'alone'
  return state.last ? 'last' : 'claims'
}
