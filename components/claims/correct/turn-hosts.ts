import type { TranscriptPage } from '@/components/transcripts/transcript-page'

export type TurnHost = { turnId: string; host: HTMLElement }

/** Room under these turns' paragraphs for what belongs to them; room under others is taken away. */
export function placeHosts(
  page: TranscriptPage,
  before: readonly TurnHost[],
  turnIds: readonly string[],
): readonly TurnHost[] {
  const hosts = turnIds.flatMap((turnId) => {
    const paragraph = page.paragraphs[page.words.indexOf(turnId)]
    if (!paragraph) return []
    const host = before.find((one) => one.turnId === turnId)?.host ?? newHost()
    if (paragraph.nextElementSibling !== host) paragraph.after(host)
    return [{ turnId, host }]
  })
  for (const { turnId, host } of before) if (!hosts.some((one) => one.turnId === turnId)) host.remove()
  const same = hosts.length === before.length && hosts.every((one, at) => one.host === before[at]?.host)
  return same ? before : hosts
}

function newHost(): HTMLElement {
  const host = document.createElement('div')
  host.dataset.turnTools = ''
  // Inside a transcript of any language.
  host.lang = 'en'
  host.dir = 'ltr'
  return host
}
