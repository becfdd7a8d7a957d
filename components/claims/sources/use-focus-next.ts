import { useEffect, useReducer, useRef } from 'react'

/**
 * Puts the focus on something that the next drawing will show: a form that was just opened, or the button that a closed one
 * left behind. A frame may come before React has drawn it, so it is looked for after each drawing until it is there.
 * @returns asks for the first of these ids that is there.
 */
export function useFocusNext(): (...ids: readonly string[]) => void {
  const wanted = useRef<readonly string[]>([])
  const [, draw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const there = wanted.current.map((id) => document.getElementById(id)).find((found) => found !== null)
    if (!there) return
    wanted.current = []
    there.focus()
  })
  return (...ids) => {
    wanted.current = ids
    draw()
  }
}
