import { Fragment, type ReactNode, useState } from 'react'
import type { ReplacedClaim } from '@/claims/replacement-schema'
import { type DiffPart, wordDiff } from '@/components/claims/correct/word-diff'
import { Stretch } from '@/components/transcripts/replace/stretch'
import { Button } from '@/components/ui/button'
import { formatTimestamp } from '@/transcripts/timestamp'

const STEP = 40

const WHY = {
  'other-words': 'Waits: these are not the same words.',
  'other-speaker': 'Waits: the file gives these words to somebody else, or to several people.',
  'waited-already': 'Waits, as it did before.',
} as const

/** Where each claim lands: those that wait for a person first, old and new words side by side. */
export function ReplaceClaims({ claims, language }: { claims: readonly ReplacedClaim[]; language: string }) {
  const waiting = claims.filter(({ why }) => why !== null)
  const landing = claims.filter(({ why }) => why === null)
  return (
    <section aria-labelledby="replace-claims">
      <h3 id="replace-claims" className="mb-1 font-serif text-xl">
        Claims
      </h3>
      <p className="pb-3 text-sm text-ink-soft">{summary(landing.length, waiting.length)}</p>
      <ClaimList name="Claims that wait" claims={waiting} language={language} />
      {landing.length > 0 && (
        <details className="border-t border-rule">
          <summary className="py-2 text-sm font-semibold">
            {landing.length === 1 ? 'The claim that lands' : `The ${landing.length} claims that land`}
          </summary>
          <ClaimList name="Claims that land" claims={landing} language={language} />
        </details>
      )}
    </section>
  )
}

function summary(landing: number, waiting: number): string {
  if (landing + waiting === 0) return 'No claim stands on this transcript yet.'
  const lands =
    landing === 0
      ? ''
      : landing === 1
        ? 'One claim lands on its words by itself.'
        : `${landing} claims land on their words by themselves.`
  const waits =
    waiting === 0
      ? ''
      : `${waiting === 1 ? 'One claim waits' : `${waiting} claims wait`} until somebody has said where ${waiting === 1 ? 'its' : 'their'} words are.`
  return `${lands} ${waits}`.trim()
}

function ClaimList({
  name,
  claims,
  language,
}: {
  name: string
  claims: readonly ReplacedClaim[]
  language: string
}) {
  const [shown, setShown] = useState(STEP)
  if (claims.length === 0) return null
  return (
    <>
      <ul aria-label={name} className="border-t border-rule">
        {claims.slice(0, shown).map((claim) => (
          <li key={claim.id} className="border-b border-rule py-3">
            <p className="flex flex-wrap gap-x-3 text-sm">
              <span className="font-semibold">Claim {claim.number}</span>
              {claim.startMs !== null && (
                <span className="text-ink-soft">{formatTimestamp(claim.startMs)}</span>
              )}
              <span className="text-ink-soft">{claim.why === null ? 'Lands.' : WHY[claim.why]}</span>
              {claim.backToReview && (
                <span className="font-semibold">Goes back to review: its words change.</span>
              )}
            </p>
            {claim.claimReviewed && <p className="text-sm text-ink-soft">{claim.claimReviewed}</p>}
            <Quotes claim={claim} language={language} />
          </li>
        ))}
      </ul>
      {claims.length > shown && (
        <div className="py-3">
          <Button onClick={() => setShown(shown + STEP)}>
            Show {Math.min(STEP, claims.length - shown)} more
          </Button>
        </div>
      )}
    </>
  )
}

function Quotes({ claim, language }: { claim: ReplacedClaim; language: string }) {
  const parts = wordDiff(claim.oldQuote, claim.newQuote ?? '')
  return (
    <div className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-2">
      <Side title={`Now${claim.oldSpeaker ? `, ${claim.oldSpeaker}` : ''}`} language={language}>
        <Words parts={parts} side="old" />
      </Side>
      <Side
        title={`${claim.why === null ? 'In the file' : 'In the file, near there'}${claim.newSpeaker ? `, ${claim.newSpeaker}` : ''}`}
        language={language}
      >
        {claim.newQuote === null ? 'No words.' : <Words parts={parts} side="new" />}
      </Side>
    </div>
  )
}

function Side({ title, language, children }: { title: string; language: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="kicker">{title}</p>
      <blockquote dir="auto" lang={language} className="font-serif text-base leading-snug break-words">
        {children}
      </blockquote>
    </div>
  )
}

function Words({ parts, side }: { parts: readonly DiffPart[]; side: 'old' | 'new' }) {
  const shown = parts.filter(({ kind }) => kind === 'both' || kind === side)
  return shown.map(({ kind, words }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no other name than its place
    <Fragment key={index}>
      {index > 0 && ' '}
      <Stretch kind={kind === 'both' ? 'same' : kind === 'old' ? 'gone' : 'new'} text={words.join(' ')} />
    </Fragment>
  ))
}
