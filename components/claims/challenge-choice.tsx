import type { ClaimView } from '@/claims/views'
import { CHALLENGE_LABELS, challengeSchema } from '@/claims/words-of-the-trade'
import { FieldConflict, useClaimField } from '@/components/claims/claim-field'
import { useDesk } from '@/components/claims/desk-context'
import { turnAt } from '@/components/claims/sources/turn-at'
import { useActs } from '@/components/desk/acts/acts.island'
import { Button } from '@/components/ui/button'
import { formatTimestamp } from '@/transcripts/timestamp'

/** Whether anyone in the room pushed back, and in which turn: chosen by a click, by keys, or while it is being played. */
export function ChallengeChoice({ claim, disabled }: { claim: ClaimView; disabled: boolean }) {
  const { mode, setMode, transcript, showTurn, say, go, play, moments } = useDesk()
  const challenge = useClaimField(claim, 'challenge')
  const reply = useClaimField(claim, 'challengeTurnId')
  const picking = mode.kind === 'turn' && mode.claimId === claim.id
  const turns = transcript?.page.words.turns ?? []
  const turnOf = (id: string) => turns[transcript?.page.words.indexOf(id) ?? -1]
  const turn = reply.text ? turnOf(reply.text) : undefined

  function pick() {
    setMode({ kind: 'turn', claimId: claim.id })
    go({ kind: 'claim', claimId: claim.id }, { sheet: false })
    transcript?.focus()
    say('Choose the turn of the reply: move to it and press Enter, or click it. Escape gives up.')
  }

  /** Whoever is heard just now is who replied. */
  async function takePlayed() {
    const ms = await moments.playhead()
    const played = ms === null ? undefined : turnAt(turns, ms)
    if (!played) return say('Nothing that has a time is being played here.')
    if (challenge.value === 'unchallenged') challenge.edit('challenged')
    reply.set(played.id)
    say(
      `The reply is ${played.speaker ? `${played.speaker}’s` : 'a'} turn at ${formatTimestamp(played.startMs ?? 0)}.`,
    )
  }

  const refusal = disabled && !claim.abilities.edit.allowed ? { refusal: claim.abilities.edit.reason } : {}
  useActs([
    {
      id: 'claim.challenge',
      label: 'Choose the turn that pushed back',
      group: 'Claim',
      keys: ['p', 'Alt+Shift+p'],
      also: 'challenged reply unchallenged',
      ...refusal,
      run: () => {
        if (challenge.value === 'unchallenged') challenge.set('challenged')
        pick()
      },
    },
    {
      id: 'claim.challenge-played',
      label: 'What is being played pushes back',
      group: 'Claim',
      keys: ['Shift+p', 'Alt+Shift+k'],
      also: 'challenged reply now playing',
      ...refusal,
      run: () => void takePlayed(),
    },
  ])

  return (
    <fieldset disabled={disabled} className="flex flex-col gap-2">
      <legend className="text-sm font-semibold">Did anyone push back?</legend>
      <div className="mt-1 flex flex-wrap gap-x-5">
        {challengeSchema.options.map((option) => (
          <label key={option} className="flex min-h-9 items-center gap-2 text-sm pointer-coarse:min-h-11">
            <input
              type="radio"
              className="size-4"
              name={`challenge-${claim.id}`}
              checked={challenge.value === option}
              onChange={() => challenge.set(option)}
            />
            {CHALLENGE_LABELS[option]}
          </label>
        ))}
      </div>
      <FieldConflict
        claim={claim}
        field="challenge"
        what="Whether it was challenged"
        show={(value) => CHALLENGE_LABELS[challengeSchema.catch('unchallenged').parse(value)]}
      />
      {challenge.value !== 'unchallenged' && (
        <div className="border-s-2 border-rule ps-3 text-sm">
          {reply.text ? (
            <>
              <p className="font-semibold">
                {turn?.speaker || 'Somebody'}
                {turn?.startMs != null && ` at ${formatTimestamp(turn.startMs)}`}
              </p>
              <p className="font-serif text-base" dir="auto">
                {shortened(turn?.text ?? '')}
              </p>
            </>
          ) : (
            <p className="text-ink-soft">No turn chosen for the reply yet.</p>
          )}
          <div className="mt-1 flex flex-wrap gap-2">
            {play && turn?.startMs != null && (
              <Button onClick={() => play(turn.startMs ?? 0)} aria-label="Play the reply">
                Play
              </Button>
            )}
            <Button onClick={pick} disabled={picking}>
              {picking ? 'Choose in the transcript…' : reply.text ? 'Choose another turn' : 'Choose the turn'}
            </Button>
            {play && <Button onClick={() => void takePlayed()}>The one being played</Button>}
            {reply.text && (
              <>
                <Button variant="quiet" onClick={() => showTurn(reply.text)}>
                  Show
                </Button>
                <Button variant="quiet" onClick={() => reply.set(null)}>
                  Take it off
                </Button>
              </>
            )}
          </div>
          <FieldConflict
            claim={claim}
            field="challengeTurnId"
            what="The turn of the reply"
            show={(id) => (typeof id === 'string' ? shortened(turnOf(id)?.text ?? '') : 'None')}
          />
        </div>
      )}
    </fieldset>
  )
}

function shortened(text: string): string {
  return text.length > 140 ? `${text.slice(0, 140).trimEnd()}…` : text
}
