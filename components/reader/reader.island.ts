/**
 * Reading: notes open and close from the words, and an address within the page lands properly. Everything here also works
 * without this script; it adds closing by Escape, focus, steps from claim to claim,
 * showing some claims only, and staying put while parts of the page are being laid out.
 */
import { applyFilter, startFiltering } from '@/components/reader/filtering'
import { openNote } from '@/components/reader/landing'
import { arrangeNotes } from '@/components/reader/margin-notes'
import { keepOpen } from '@/components/reader/open-page/open-page'
import { startPrinting } from '@/components/reader/print-notes'
import { startKeySwitch } from '@/components/reader/reading-keys'
import { startReporting } from '@/components/reader/report-dialog'
import { startStepping } from '@/components/reader/stepping'

/** The mark that opened the note with focus, to go back to. */
let opener: HTMLElement | null = null

document.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#claim-"]') : null
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
  const target = document.getElementById(link.hash.slice(1))
  const note = target?.closest('details')
  if (!note) return
  event.preventDefault()
  history.pushState(null, '', link.hash)
  applyFilter() // a claim that is asked for by its number is shown, whatever else is asked for
  opener = link
  note.open = true
  arrangeNotes(note)
  const summary = note.querySelector('summary')
  summary?.focus({ preventScroll: true })
  const box = note.getBoundingClientRect()
  if (box.top < 80 || box.top > innerHeight * 0.6) openNote(link.hash)
})

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  const note =
    event.target instanceof Element ? event.target.closest<HTMLDetailsElement>('details.note') : null
  if (!note?.open) return
  note.open = false
  const back = opener ?? note.querySelector('summary')
  opener = null
  back?.focus()
})

// `toggle` does not bubble, but it can be caught on its way down.
document.addEventListener(
  'toggle',
  (event) => {
    if (event.target instanceof HTMLElement && event.target.matches('details.note, details.note details'))
      arrangeNotes(event.target)
  },
  true,
)

startFiltering()
startStepping()
startKeySwitch()
startPrinting()
keepOpen()
startReporting()

addEventListener('hashchange', () => openNote(location.hash))
if (location.hash) openNote(location.hash)
