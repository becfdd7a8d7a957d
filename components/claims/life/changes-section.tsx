import { useEffect, useState } from 'react'
import type { ChangesView, ClaimChange } from '@/claims/looked-at'
import type { ClaimView } from '@/claims/views'
import { wordDiff } from '@/components/claims/correct/word-diff'
import { useDesk } from '@/components/claims/desk-context'
import { ago } from '@/components/claims/life/due-words'
import { fetchChangesSince, tellSeen } from '@/components/claims/life/fetch-since'
import { keepFocus } from '@/components/claims/life/keep-focus'
import { useActs } from '@/components/desk/acts/acts.island'
import { Button } from '@/components/ui/button'

const FIELDS: Record<ClaimChange['field'], string> = {
  status: 'Status',
  quote: 'Words',
  claimReviewed: 'Sentence',
  verdictKey: 'Verdict',
  explanation: 'What we found',
  challenge: 'Challenged',
  topics: 'Topics',
  evidence: 'Source',
  replies: 'Right of reply',
}

/**
 * What colleagues changed since this member last looked, word by word. Read once when the claim is opened, so that nothing
 * moves under somebody who types; a first look is kept by itself, a later one when they say that they have seen.
 */
export function ChangesSection({ claim }: { claim: ClaimView }) {
  const { view, looks, acceptLook, say } = useDesk()
  const [changes, setChanges] = useState<ChangesView | null>(null)
  const look = looks.find((one) => one.claimId === claim.id)
  const unseen = look?.unseen ?? false

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the claim is opened
  useEffect(() => {
    let left = false
    void (async () => {
      if (!look) return keep()
      if (!unseen) return
      const found = await fetchChangesSince(claim.id)
      if (!left && found) setChanges(found)
    })()
    return () => {
      left = true
    }
  }, [claim.id])

  async function keep(): Promise<boolean> {
    const look = await tellSeen(claim.id)
    if (look) acceptLook(look)
    return look !== null
  }
  const seen = () =>
    keepFocus(claim.id, async () => {
      if (!(await keep())) return say('Not noted: the server could not be reached.')
      setChanges(null)
      say(`Claim ${claim.number}: seen as it stands now.`)
    })
  useActs(
    unseen
      ? [
          {
            id: 'claim.seen',
            label: 'I have seen the changes',
            group: 'Claim',
            keys: ['s', 'Alt+s'],
            run: seen,
          },
        ]
      : [],
  )

  if (!unseen || !changes) return null
  const verdict = (key: string) => view.verdicts.find((one) => one.key === key)?.label ?? 'No verdict'
  return (
    <section
      aria-labelledby={`changes-${claim.id}`}
      className="flex flex-col gap-3 border-s-4 border-accent bg-surface px-4 py-3 text-sm"
    >
      <h3 id={`changes-${claim.id}`} className="font-semibold">
        Changed since you last looked ({ago(changes.at, Date.now())})
      </h3>
      {changes.by.length > 0 && <p className="-mt-2 text-ink-soft">By {changes.by.join(', ')}</p>}
      {changes.changes.length === 0 ? (
        <p>What was changed stands again as you saw it.</p>
      ) : (
        <dl className="flex flex-col gap-2">
          {changes.changes.map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is read once and never reordered
            <div key={index}>
              <dt className="text-ink-soft">
                {FIELDS[change.field]}
                {change.kind === 'added' && ' added'}
                {change.kind === 'removed' && ' removed'}
              </dt>
              <dd dir="auto" className="whitespace-pre-wrap">
                <Difference
                  before={change.field === 'verdictKey' ? verdict(change.before) : change.before}
                  after={change.field === 'verdictKey' ? verdict(change.after) : change.after}
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Button className="self-start" onClick={seen}>
        Seen
      </Button>
    </section>
  )
}

/** Struck through and underlined, so that no colour is needed to tell. */
function Difference({ before, after }: { before: string; after: string }) {
  let place = 0
  return wordDiff(before, after).map(({ kind, words }) => {
    const text = `${place > 0 ? ' ' : ''}${words.join(' ')}`
    const key = place
    place += words.length
    if (kind === 'both') return <span key={key}>{text}</span>
    return kind === 'old' ? (
      <del key={key} className="decoration-danger decoration-2">
        {text}
      </del>
    ) : (
      <ins key={key} className="font-semibold decoration-ok decoration-2">
        {text}
      </ins>
    )
  })
}
