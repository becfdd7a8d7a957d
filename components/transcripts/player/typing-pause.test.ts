import { beforeEach, describe, expect, it } from 'vitest'
import { RESUME_AFTER_MS, typingPause } from '@/components/transcripts/player/typing-pause'

let due: { act: () => void; ms: number } | null = null
const later = (act: () => void, ms: number) => {
  due = { act, ms }
  return () => {
    due = null
  }
}

function world(playing: boolean) {
  const log: string[] = []
  const player = {
    isPlaying: () => playing,
    pause() {
      playing = false
      log.push('pause')
      pause.playing(false)
    },
    play() {
      playing = true
      log.push('play')
      pause.playing(true)
    },
    skip: (seconds: number) => void log.push(`skip ${seconds}`),
  }
  const pause = typingPause(player, later, (is) => void log.push(is ? 'held' : 'free'))
  return { log, pause, player }
}

describe('pause while typing', () => {
  beforeEach(() => {
    due = null
  })

  it('pauses at the first key, and goes on a little earlier a moment after the last', () => {
    const { log, pause } = world(true)
    pause.typed()
    expect(log).toEqual(['held', 'pause'])
    const first = due
    pause.typed()
    expect(due).not.toBe(first)
    expect(due).toMatchObject({ ms: RESUME_AFTER_MS })
    due?.act()
    expect(log).toEqual(['held', 'pause', 'free', 'skip -1.5', 'play'])
  })

  it('never starts what was not playing', () => {
    const { log, pause } = world(false)
    pause.typed()
    expect(due).toBeNull()
    expect(log).toEqual([])
  })

  it('leaves it to whoever pressed play meanwhile', () => {
    const { log, pause, player } = world(true)
    pause.typed()
    player.play()
    expect(due).toBeNull()
    expect(log).toEqual(['held', 'pause', 'play', 'free'])
  })
})
