/** Where a claim stands: what takes the focus when the button that had it is gone. */
export const standingId = (claimId: string) => `standing-${claimId}`

/** Does something and sees to it that the focus is not lost: back where it was, else on where the claim stands. */
export async function keepFocus(claimId: string, act: () => Promise<unknown>): Promise<void> {
  const before = document.activeElement
  await act()
  // The answer is drawn with the next frame; the button may be gone after it.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement && document.activeElement !== document.body) return
      const stays = before instanceof HTMLElement && before.isConnected && !before.matches(':disabled')
      if (stays && before !== document.body) before.focus()
      else document.getElementById(standingId(claimId))?.focus({ preventScroll: true })
    }),
  )
}
