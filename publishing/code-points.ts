/** Number of Unicode code points in a text: a letter outside the first plane is one, though JavaScript counts it as two. */
export function pointsOf(text: string): number {
  let points = text.length
  for (let at = 0; at < text.length - 1; at++) {
    const code = text.charCodeAt(at)
    const next = text.charCodeAt(at + 1)
    if (code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
      points--
      at++
    }
  }
  return points
}
