/**
 * Shows the claims that the address asks for and hides the others: their notes, their lines in the list, their strokes; their words
 * stay in the text, unmarked. Browser code. The address is the only state, so the back button restores what it names.
 */
import {
  type ClaimFacts,
  type ClaimFilter,
  FILTER_KEYS,
  type FilterKey,
  filterFrom,
  isFiltering,
  matches,
  queryWith,
  shownInWords,
} from '@/components/reader/claim-filter'
import { arrangeAgain } from '@/components/reader/margin-notes'

/** Stands on whatever belongs to a claim that is not asked for; the stylesheet knows it, and so does `shownClaims`. */
const OUT = 'out'

const isKey = (key: string | undefined): key is FilterKey => FILTER_KEYS.some((known) => known === key)

/** Applies the address's filter. A claim that the address itself names (`#claim-7`) is shown whatever the filter says. */
export function applyFilter(): void {
  const filter = filterFrom(location.search)
  const named = /^#(?:claim|said)-(\d+)$/.exec(location.hash)?.[1]
  const shown = new Set<string>()
  const notes = document.querySelectorAll<HTMLElement>('.interview .note')
  for (const note of notes) {
    const number = note.querySelector('.note-body')?.id.slice('claim-'.length) ?? ''
    if (number === named || matches(filter, factsOfNote(note))) shown.add(number)
    note.classList.toggle(OUT, !shown.has(number))
  }
  for (const link of document.querySelectorAll<HTMLElement>('.transcript .said a')) showWords(link, shown)
  for (const line of document.querySelectorAll('.claim-index li')) {
    const number = line.querySelector('a')?.hash.slice('#claim-'.length) ?? ''
    line.classList.toggle(OUT, !shown.has(number))
  }
  for (const stroke of document.querySelectorAll<SVGElement>('.lane a'))
    stroke.classList.toggle(OUT, !shown.has(stroke.dataset.claim ?? ''))
  showState(filter, shown.size, notes.length)
  arrangeAgain()
}

function factsOfNote({ dataset }: HTMLElement): ClaimFacts {
  const { verdict = '', speaker = '', topic = '', challenged = '' } = dataset
  return { verdict, speaker, topic: topic.split(' '), challenged }
}

/** Words of a claim that is not shown are text again: no link to tab to, no number, no colour. */
function showWords(link: HTMLElement, shown: ReadonlySet<string>): void {
  const address = link.getAttribute('href') ?? link.dataset.href ?? ''
  const out = !shown.has(address.slice('#claim-'.length))
  link.classList.toggle(OUT, out)
  if (out) {
    link.dataset.href = address
    link.removeAttribute('href')
  } else if (link.dataset.href) {
    link.setAttribute('href', link.dataset.href)
    delete link.dataset.href
  }
}

/** The counts that are pressed, the choices, and how many are shown, which is said aloud where it changes. */
function showState(filter: ClaimFilter, shown: number, all: number): void {
  for (const link of document.querySelectorAll<HTMLElement>('.summary a[data-filter]')) {
    const { filter: key, value } = link.dataset
    if (isKey(key) && filter[key] === value) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
  for (const choice of document.querySelectorAll<HTMLSelectElement>('select[data-filter]')) {
    const key = choice.dataset.filter
    if (isKey(key)) choice.value = filter[key] ?? ''
  }
  const filtering = isFiltering(filter)
  const words = shownInWords(shown, all)
  for (const count of document.querySelectorAll('.shown-count'))
    if (count.textContent !== words) count.textContent = words
  for (const button of document.querySelectorAll<HTMLElement>('.show-all')) button.hidden = !filtering
  document.documentElement.classList.toggle('filtering', filtering)
}

/** Changes one thing that is asked for, writes it into the address and shows it. */
function ask(change: ClaimFilter): void {
  const filter = { ...filterFrom(location.search), ...change }
  // Without the claim or list that it named: it would be shown against the filter.
  history.pushState(null, '', `${location.pathname}${queryWith(location.search, filter)}`)
  changed()
  const list = document.querySelector<HTMLDetailsElement>('.claim-index')
  if (list && isFiltering(filter)) list.open = true
}

/** Tells the page's other parts, which run in scripts of their own. */
function changed(): void {
  applyFilter()
  document.dispatchEvent(new Event('claims-shown'))
}

/** Listens to the counts, the choices and the address. */
export function startFiltering(): void {
  document.addEventListener('click', (event) => {
    const pressed =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>('a[data-filter], button[data-filter]')
        : null
    if (!pressed || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    const { filter: key, value = '' } = pressed.dataset
    if (isKey(key)) ask({ [key]: filterFrom(location.search)[key] === value ? '' : value })
    else clear(pressed)
  })
  document.addEventListener('change', (event) => {
    const choice = event.target
    if (!(choice instanceof HTMLSelectElement) || !isKey(choice.dataset.filter)) return
    ask({ [choice.dataset.filter]: choice.value })
  })
  addEventListener('popstate', changed)
  // Pages that come back from the browser's memory may have kept choices of their own.
  addEventListener('pageshow', applyFilter)
  // Claims that arrived while the page was open (another script puts them in).
  document.addEventListener('claims-arrived', changed)
  applyFilter()
}

function clear(button: HTMLElement): void {
  ask(Object.fromEntries(FILTER_KEYS.map((key) => [key, ''])))
  // The button goes; the keyboard stays nearby.
  const near = button.closest('.summary')?.querySelector<HTMLElement>('.counts a')
  near?.focus()
}
