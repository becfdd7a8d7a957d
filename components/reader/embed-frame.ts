/** Somebody else's player in place of the link to it, once a reader asks; then the page's times lead into it. Browser code. */
import { type Embed, playerAddress, watchAddress } from '@/transcripts/embed'
import { formatTimestamp } from '@/transcripts/timestamp'

type EmbedFrame = {
  /** The player goes to a second; before it is loaded, the link does. */
  seek: (second: number) => void
  /** Brings the keyboard to what plays: following a time is not yet asking for the provider. */
  show: () => void
}

/** Makes the box play by a click on its link, and no sooner. */
export function embedFrame(box: HTMLElement): EmbedFrame {
  const { provider, recording, name } = box.dataset
  const link = box.querySelector('a')
  if ((provider !== 'youtube' && provider !== 'vimeo') || !recording || !link)
    return { seek: () => {}, show: () => {} }
  const embed: Embed = { provider, id: recording }
  let loaded = false

  const load = (address: string) => {
    const frame = document.createElement('iframe')
    frame.src = address
    frame.title = `Recording on ${name}`
    frame.allow = 'autoplay; fullscreen; encrypted-media; picture-in-picture'
    frame.referrerPolicy = 'strict-origin-when-cross-origin'
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-presentation allow-popups')
    // A new frame for each second: a changed fragment alone would not make a player move.
    box.replaceChildren(frame)
    if (!loaded) frame.focus({ preventScroll: true })
    loaded = true
  }

  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    load(link.dataset.frame ?? playerAddress(embed, 0))
  })

  return {
    seek: (second) => {
      const ms = second * 1000
      if (loaded) return load(playerAddress(embed, ms))
      link.href = watchAddress(embed, ms)
      link.dataset.frame = playerAddress(embed, ms)
      const label = link.querySelector('span')
      if (label) label.textContent = `Play from ${name} at ${formatTimestamp(ms)}`
    },
    show: () => {
      if (!loaded) link.focus({ preventScroll: true })
    },
  }
}
