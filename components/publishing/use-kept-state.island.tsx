'use client'
import { useEffect, useState } from 'react'

/** State that survives a reload, a crash or a lost session: kept in this browser under `key` until it is set back. */
export function useKeptState<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState(initial)

  // Read after the first paint: the server cannot know what this browser keeps.
  useEffect(() => {
    const kept = window.localStorage.getItem(key)
    if (kept !== null) setValue(JSON.parse(kept))
  }, [key])

  function set(next: T) {
    setValue(next)
    if (JSON.stringify(next) === JSON.stringify(initial)) window.localStorage.removeItem(key)
    else window.localStorage.setItem(key, JSON.stringify(next))
  }

  return [value, set]
}
