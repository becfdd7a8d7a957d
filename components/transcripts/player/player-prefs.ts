import { useCallback, useEffect, useState } from 'react'
import { z } from 'zod'

/** How somebody likes to listen, the same for every interview in this browser. */
const playerPrefsSchema = z.object({
  rate: z.number().min(0.25).max(4).catch(1),
  volume: z.number().min(0).max(1).catch(1),
  follow: z.boolean().catch(true),
  clickPlays: z.boolean().catch(true),
  pauseWhileTyping: z.boolean().catch(false),
  picture: z.enum(['hidden', 'small', 'large']).catch('small'),
})

export type PlayerPrefs = z.infer<typeof playerPrefsSchema>

const KEY = 'claimline.player'

/** Preferences, and a way to change some. The first render has the usual ones: the server cannot know this browser's. */
export function usePlayerPrefs(): [PlayerPrefs, (part: Partial<PlayerPrefs>) => void] {
  const [prefs, setPrefs] = useState<PlayerPrefs>(() => playerPrefsSchema.parse({}))
  useEffect(() => setPrefs(readPrefs()), [])
  const change = useCallback((part: Partial<PlayerPrefs>) => {
    const next = { ...readPrefs(), ...part }
    setPrefs(next)
    try {
      localStorage.setItem(KEY, JSON.stringify(next))
    } catch {
      // Storage is switched off or full: they hold as long as the page does.
    }
  }, [])
  return [prefs, change]
}

function readPrefs(): PlayerPrefs {
  try {
    return playerPrefsSchema.parse(JSON.parse(localStorage.getItem(KEY) ?? '{}'))
  } catch {
    return playerPrefsSchema.parse({})
  }
}
