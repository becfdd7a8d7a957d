/** LISTEN: the slim player over the page's own `<audio>`, spoken words, and `?t=754`. Without it the browser's controls stay. */
import { embedFrame } from '@/components/reader/embed-frame'
import { land } from '@/components/reader/landing'
import { findWord, showSpoken, wordAtMs } from '@/components/reader/spoken-word'
import { startsOf, type WordTimes } from '@/publishing/word-times'
import { formatTimestamp } from '@/transcripts/timestamp'

const SPEEDS = [1, 1.25, 1.5, 2, 0.75]
const SKIP = 10

const audio = document.querySelector<HTMLAudioElement>('.listen audio')
const player = document.querySelector<HTMLElement>('.player')
const embed = document.querySelector<HTMLElement>('.embed')
if (audio && player) listen(audio, player)
else if (embed) playElsewhere(embed)

function listen(audio: HTMLAudioElement, player: HTMLElement): void {
  const bar = player.querySelector<HTMLInputElement>('input[type=range]')
  const now = player.querySelector('.player-now')
  const total = player.querySelector('.player-total')
  let starts: number[][] | null = null
  let asked = false
  let lastWord = ''

  const seconds = () =>
    Number.isFinite(audio.duration) ? audio.duration : Number(audio.dataset.duration ?? 0) / 1000

  const show = () => {
    const at = audio.currentTime
    const clock = formatTimestamp(at * 1000)
    if (now && now.textContent !== clock) now.textContent = clock
    if (bar && document.activeElement !== bar) bar.value = String(Math.floor(at))
    bar?.style.setProperty('--at', `${seconds() > 0 ? (at / seconds()) * 100 : 0}%`)
    bar?.setAttribute('aria-valuetext', `${clock} of ${formatTimestamp(seconds() * 1000)}`)
  }

  const showLength = () => {
    if (total && seconds() > 0) total.textContent = formatTimestamp(seconds() * 1000)
    if (bar) bar.max = String(Math.ceil(seconds()))
  }

  const showWord = () => {
    const found = starts ? wordAtMs(starts, audio.currentTime * 1000) : null
    const key = found ? `${found.turn} ${found.word}` : ''
    if (key === lastWord) return
    lastWord = key
    showSpoken(found ? findWord(found.turn, found.word) : null)
  }

  // Frames stop by themselves while the tab is hidden.
  const follow = () => {
    show()
    showWord()
    if (!audio.paused) requestAnimationFrame(follow)
  }

  const fetchWords = async () => {
    const address = audio.dataset.words
    if (asked || !address) return
    asked = true
    const answer = await fetch(address)
    if (!answer.ok) return
    const times: WordTimes = await answer.json()
    starts = startsOf(times)
    showWord()
  }

  const seek = (to: number) => {
    audio.currentTime = Math.max(0, Math.min(to, seconds() || to))
    show()
    showWord()
  }

  const play = () => {
    fetchWords().catch(() => undefined) // words are a comfort: the sound goes on without them
    audio.play().catch(() => undefined) // the browser shows its own reason in `audio.error`, handled below
  }

  const actions: Record<string, (button: HTMLElement) => void> = {
    play: () => (audio.paused ? play() : audio.pause()),
    back: () => seek(audio.currentTime - SKIP),
    on: () => seek(audio.currentTime + SKIP),
    speed: (button) => {
      const next = SPEEDS[(SPEEDS.indexOf(audio.playbackRate) + 1) % SPEEDS.length] ?? 1
      audio.playbackRate = next
      button.textContent = `${next}×`
      button.setAttribute('aria-label', `Speed: ${next} times`)
    },
  }

  player.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do]') : null
    if (button?.dataset.do) actions[button.dataset.do]?.(button)
  })
  bar?.addEventListener('input', () => seek(Number(bar.value)))

  const playing = () => {
    const on = !audio.paused
    player.classList.toggle('is-playing', on)
    const button = player.querySelector('[data-do=play]')
    button?.setAttribute('aria-label', on ? 'Pause' : 'Play')
    const word = button?.querySelector('span')
    if (word) word.textContent = on ? 'Pause' : 'Listen'
    if (on) follow()
  }
  for (const event of ['play', 'pause', 'ended']) audio.addEventListener(event, playing)
  audio.addEventListener('seeked', follow)
  audio.addEventListener('loadedmetadata', showLength)
  audio.addEventListener('error', () => {
    // Whatever went wrong, the browser's own controls say it in the reader's language.
    player.hidden = true
    audio.controls = true
    audio.hidden = false
  })

  onTimeLink((to) => {
    seek(to)
    play()
  })

  audio.controls = false
  audio.hidden = true
  player.hidden = false
  showLength()

  const start = startSecond()
  if (start !== null) {
    seek(start)
    fetchWords()
      .then(() => landOnSecond(starts, start))
      .catch(() => landOnSecond(null, start))
  }
}

/** Somebody else plays the recording: times lead into their player once it is loaded, and to the link that loads it before. */
function playElsewhere(box: HTMLElement): void {
  const frame = embedFrame(box)
  onTimeLink((second) => {
    frame.seek(second)
    frame.show()
  })
  const start = startSecond()
  if (start === null) return
  frame.seek(start)
  landOnSecond(null, start)
}

/** The second of the page's own address, `?t=754`. */
function startSecond(): number | null {
  const second = Number(new URLSearchParams(location.search).get('t') || Number.NaN)
  return Number.isFinite(second) && second >= 0 ? second : null
}

/** Calls back with the second of each of this page's time links that is followed. */
function onTimeLink(go: (second: number) => void): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.time') : null
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || link.pathname !== location.pathname)
      return
    const to = Number(new URLSearchParams(link.search).get('t') ?? Number.NaN)
    if (!Number.isFinite(to)) return
    event.preventDefault()
    history.replaceState(null, '', link.href)
    go(to)
  })
}

/** Brings the words of a second into view: by word where times are known, else by the turns' own time links. */
function landOnSecond(starts: number[][] | null, second: number): void {
  if (location.hash.startsWith('#claim-')) return
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
