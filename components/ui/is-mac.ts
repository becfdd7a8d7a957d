/** True on Apple's keyboards. Only in the browser: the server cannot know. */
export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
}
