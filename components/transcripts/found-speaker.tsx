import type { ReactNode } from 'react'

type Props = {
  speaker: { label: string | null; turns: number; words: number; firstQuote: string }
  /** What is to be said of this one besides, before the quote. */
  children?: ReactNode
}

/** One of a file's speakers: the label, how much of the text is theirs, and how they begin. */
export function FoundSpeaker({ speaker: { label, turns, words, firstQuote }, children }: Props) {
  return (
    <div className="min-w-0 text-sm">
      <p className="font-semibold break-words">{label ?? 'No speaker named'}</p>
      <p className="text-ink-soft">
        {turns.toLocaleString('en')} {turns === 1 ? 'turn' : 'turns'}, {words.toLocaleString('en')}{' '}
        {words === 1 ? 'word' : 'words'}
      </p>
      {children}
      <p dir="auto" className="mt-1 font-serif text-base leading-snug">
        “{firstQuote}”
      </p>
    </div>
  )
}
