import { arrangeNotes } from '@/components/reader/margin-notes'
import { mergePage } from '@/components/reader/open-page/merge-page'
import { newsFor, type PageShown } from '@/components/reader/open-page/news'
import { newsBar } from '@/components/reader/open-page/news-bar'
import { LONG_AWAY, nextAskMs } from '@/components/reader/open-page/pace'
import {
  readingPlace,
  reloadAt,
  returnAfterReload,
  returnTo,
} from '@/components/reader/open-page/reading-place'
import { isForPage } from '@/components/reader/reading-keys'
import type { LivePage } from '@/publishing/live-page'

/** How often, and after which pause in ms, the newer page is asked for again while the older one is still what comes. */
const TRIES = 4
const A_MOMENT = 1_000

/**
 * A page that stays open learns of new checks and corrections, and takes them in when the reader says so. Browser code; decision
 * record 0035.
 */
export function keepOpen(): void {
  const page = document.querySelector<HTMLElement>('.interview[data-live]')
  const address = page?.dataset.live
  if (!page || !address) return
  returnAfterReload(page)
  const bar = newsBar()
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let asked = Date.now()
  /** The newest publication that the reader was told of. */
  let told = 0
  let over = false
  let act: (() => void) | null = null

  const ask = async () => {
    asked = Date.now()
    try {
      const answer = await fetch(address, { credentials: 'omit' })
      if (answer.status === 410) return end()
      if (!answer.ok) throw new Error(`${answer.status}`)
      const live: LivePage = await answer.json()
      failures = 0
      tell(live)
    } catch {
      failures += 1 // offline, or a server in trouble: asked again, more seldom
    }
    plan()
  }

  /** One question at a time, and none while nobody looks. */
  const plan = () => {
    clearTimeout(timer)
    if (over || document.visibilityState === 'hidden') return
    timer = setTimeout(ask, nextAskMs(failures, Math.random()))
  }

  const look = () => {
    if (!over && document.visibilityState === 'visible' && Date.now() - asked > LONG_AWAY) {
      clearTimeout(timer)
      ask().catch(() => undefined)
    } else plan()
  }

  const tell = (live: LivePage) => {
    const news = newsFor(shownOn(page), live)
    if (!news || live.publication <= told) return
    told = live.publication
    offer(news.sentence)
  }

  const offer = (sentence: string) => {
    let taking = false
    act = () => {
      if (taking) return
      taking = true
      take().catch(() => offer(`${sentence}. It could not be fetched; try again`))
    }
    bar.say(sentence, { label: 'Show', run: act })
  }

  /** The page that was told of; null where it is down. @throws Error where it cannot be had */
  const newestPage = async () => {
    for (let left = TRIES; ; left--) {
      const answer = await fetch(location.pathname, { credentials: 'omit', headers: { accept: 'text/html' } })
      if (answer.status === 410) return null
      if (!answer.ok) throw new Error(`${answer.status}`)
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const newest = fresh.querySelector<HTMLElement>('.interview')
      if (Number(newest?.dataset.publication) >= told || !newest) return { fresh, newest }
      // Something on the way keeps the older page a moment longer than the file that told of the newer one.
      if (left === 0) throw new Error('older')
      await new Promise((resolve) => setTimeout(resolve, A_MOMENT))
    }
  }

  const take = async () => {
    const found = await newestPage()
    if (!found) return end()
    const { fresh, newest } = found
    const place = readingPlace(page)
    const known = shownOn(page).claims
    const put = newest && mergePage(page, newest)
    if (!put) return reloadAt(place)
    act = null
    document.title = fresh.title
    for (const part of document.querySelectorAll<HTMLElement>('.part.free')) arrangeNotes(part)
    const arrived = put.filter((number) => !known.has(number))
    for (const number of arrived) markNew(number)
    document.dispatchEvent(new Event('claims-arrived'))
    if (place) returnTo(page, place)
    bar.list(put.length > 0 ? 'Now on the page' : 'The page is the newest now', put)
  }

  const end = () => {
    over = true
    act = null
    clearTimeout(timer)
    bar.say('The newsroom has taken this page down.', { label: 'Read why', run: () => location.reload() })
  }

  document.addEventListener('visibilitychange', look)
  addEventListener('pageshow', (event) => event.persisted && look())
  addEventListener('online', look)
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'u' || !act || !isForPage(event)) return
    event.preventDefault()
    act()
  })
  plan()
}

/** What the page says of itself. */
function shownOn(page: HTMLElement): PageShown {
  const { publication, changes, corrections } = page.dataset
  const notes = [...page.querySelectorAll<HTMLElement>('.note[data-mark]')]
  return {
    publication: Number(publication),
    changes: Number(changes),
    corrections: Number(corrections),
    claims: new Map(
      notes.map((note) => [
        Number(note.querySelector('.note-body')?.id.slice('claim-'.length)),
        note.dataset.mark ?? '',
      ]),
    ),
  }
}

/** Says beside its verdict that a note has just come. */
function markNew(number: number): void {
  const label = document.createElement('span')
  label.className = 'note-new'
  label.textContent = 'New'
  document.getElementById(`claim-${number}`)?.closest('.note')?.querySelector('.note-verdict')?.append(label)
}
