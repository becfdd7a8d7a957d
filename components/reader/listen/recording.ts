import { land } from '@/components/reader/landing'
import { showCaptions } from '@/components/reader/listen/captions-line'
import { ClaimRun } from '@/components/reader/listen/claim-run'
import { claimAround, claimsToHear } from '@/components/reader/listen/claims-on-page'
import { type Choices, keepChoices, readChoices } from '@/components/reader/listen/kept-choices'
import { hearKeys } from '@/components/reader/listen/listen-keys'
import { takeMediaKeys, tellPosition } from '@/components/reader/listen/media-keys'
import { showRun } from '@/components/reader/listen/now-claim'
import { landOnSecond, onTimeLink, startSecond } from '@/components/reader/listen/time-links'
import { findWord, showSpoken, wordAtMs } from '@/components/reader/spoken-word'
import { startsOf, type WordTimes } from '@/publishing/word-times'
import { formatTimestamp } from '@/transcripts/timestamp'

const SKIP = 10

/** The player over the page's own `<audio>`: bar, spoken words, claims, keys. Browser code. */
export function listen(audio: HTMLAudioElement, player: HTMLElement): void {
  const part = <Part extends HTMLElement>(selector: string) => player.querySelector<Part>(selector)
  const bar = part<HTMLInputElement>('input[type=range]')
  const now = part('.player-now')
  const total = part('.player-total')
  const card = part('.now-claim')
  const caption = part('.player-caption')
  const choices = readChoices()
  let starts: number[][] | null = null
  let asked = false
  let lastWord = ''
  let frame = 0
  let hasPlayed = false
  /** Whether the page goes along with the claims: until the reader scrolls by themselves. */
  let goesAlong = true

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
    tellPosition(audio)
  }

  const showWord = () => {
    const found = starts ? wordAtMs(starts, audio.currentTime * 1000) : null
    const key = found ? `${found.turn} ${found.word}` : ''
    if (key === lastWord) return
    lastWord = key
    showSpoken(found ? findWord(found.turn, found.word) : null)
  }

  // Frames stop by themselves while the tab is hidden; the sound and `timeupdate` go on.
  const follow = () => {
    cancelAnimationFrame(frame)
    show()
    showWord()
    run.tick(audio.currentTime * 1000)
    if (!audio.paused) frame = requestAnimationFrame(follow)
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

  const run = new ClaimRun({
    sound: {
      nowMs: () => audio.currentTime * 1000,
      playFrom: (ms) => {
        seek(ms / 1000)
        play()
      },
      play,
      pause: () => audio.pause(),
    },
    claims: claimsToHear,
    pauseMs: () => (choices.pause > 0 ? choices.pause * 1000 : null),
    show: (state) => {
      if (card) showRun(card, player.querySelector('.player-said'), state)
      const all = state.phase !== 'off' && !(state.phase !== 'ended' && state.alone)
      part('[data-do=claims]')?.setAttribute('aria-pressed', String(all))
      const said =
        state.phase === 'speaking' && !state.alone && goesAlong
          ? document.getElementById(`said-${state.claim.number}`)
          : null
      if (said) land(said)
    },
    later: (then, ms) => {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
  })

  const toggle = () => {
    if (!audio.paused) audio.pause()
    else if (!run.played()) play()
  }
  const skip = (by: number) => seek(audio.currentTime + by)
  const nextClaim = () => {
    goesAlong = true
    run.next()
  }
  /** The reader goes somewhere else in the recording: that is no run of claims any more. */
  const goTo = (second: number) => {
    run.stop()
    seek(second)
  }

  const actions: Record<string, () => void> = {
    play: toggle,
    back: () => skip(-SKIP),
    on: () => skip(SKIP),
    claims: () => {
      goesAlong = true
      if (run.now.phase === 'off') run.start()
      else run.stop()
    },
    next: nextClaim,
    again: () => run.again(),
    goOn: () => {
      if (!run.played()) run.stop()
    },
    leave: () => {
      run.stop()
      part('[data-do=claims]')?.focus()
    },
  }
  player.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do]') : null
    if (button?.dataset.do) actions[button.dataset.do]?.()
  })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a.hear') : null
    const number = link && claimAround(link)
    if (!number || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    run.hear(number)
  })
  bar?.addEventListener('input', () => goTo(Number(bar.value)))
  for (const move of ['wheel', 'touchmove'] as const)
    addEventListener(
      move,
      () => {
        goesAlong = false
      },
      { passive: true },
    )

  startPanel(player, choices, () => {
    audio.playbackRate = choices.speed
    audio.preservesPitch = true
    if (caption) showCaptions(audio, caption, choices.captions)
    keepChoices(choices)
    tellPosition(audio)
  })

  const playing = () => {
    const on = !audio.paused
    player.classList.toggle('is-playing', on)
    // Its name is the word that is seen (WCAG 2.2, 2.5.3).
    const word = part('[data-do=play] span')
    if (word) word.textContent = on ? 'Pause' : 'Listen'
    if (on && !hasPlayed) {
      hasPlayed = true
      player.classList.add('has-played')
      const artist = document.querySelector('.masthead-name')?.textContent ?? ''
      const title = document.querySelector('h1')?.textContent ?? document.title
      const does = { play: toggle, pause: () => audio.pause(), skip, seek: goTo, nextClaim }
      takeMediaKeys({ title, artist }, does)
    }
    follow()
  }
  for (const event of ['play', 'pause'] as const) audio.addEventListener(event, playing)
  audio.addEventListener('ended', () => {
    run.recordingEnded()
    playing()
  })
  audio.addEventListener('seeked', () => {
    follow()
    tellPosition(audio)
  })
  audio.addEventListener('timeupdate', () => run.tick(audio.currentTime * 1000))
  audio.addEventListener('ratechange', () => tellPosition(audio))
  audio.addEventListener('loadedmetadata', showLength)
  audio.addEventListener('error', () => {
    // Whatever went wrong, the browser's own controls say it in the reader's language.
    run.stop()
    player.hidden = true
    audio.controls = true
    audio.hidden = false
  })

  // A newer page was taken in while this one is open: its words may be others.
  document.addEventListener('claims-arrived', () => {
    asked = false
    lastWord = ''
    if (starts) fetchWords().catch(() => undefined)
  })
  onTimeLink((to) => {
    goTo(to)
    play()
  })
  hearKeys({ toggle, skip, nextClaim, hasPlayed: () => hasPlayed })

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

/** Speed, pause after each claim, captions: shown as kept, and applied at once and at each change. */
function startPanel(player: HTMLElement, choices: Choices, apply: () => void): void {
  const panel = player.querySelector<HTMLDetailsElement>('.player-more')
  const speed = panel?.querySelector<HTMLSelectElement>('[name=speed]')
  const pause = panel?.querySelector<HTMLSelectElement>('[name=pause]')
  const captions = panel?.querySelector<HTMLInputElement>('[name=captions]')
  const label = panel?.querySelector('.player-speed')
  if (speed) speed.value = String(choices.speed)
  if (pause) pause.value = String(choices.pause)
  if (captions) captions.checked = choices.captions
  const take = () => {
    choices.speed = Number(speed?.value || choices.speed)
    choices.pause = Number(pause?.value || choices.pause)
    choices.captions = captions?.checked ?? false
    if (label) label.textContent = `${choices.speed}×`
    apply()
  }
  panel?.addEventListener('change', take)
  panel?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !panel.open) return
    panel.open = false
    panel.querySelector('summary')?.focus()
  })
  document.addEventListener('click', (event) => {
    if (panel?.open && event.target instanceof Node && !panel.contains(event.target)) panel.open = false
  })
  take()
}
