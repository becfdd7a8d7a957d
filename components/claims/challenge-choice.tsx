import type { ClaimView } from '@/claims/views'
import { CHALLENGE_LABELS, challengeSchema } from '@/claims/words-of-the-trade'
import { FieldConflict, useClaimField } from '@/components/claims/claim-field'
import { useDesk } from '@/components/claims/desk-context'
import { Button } from '@/components/ui/button'
import { formatTimestamp } from '@/transcripts/timestamp'

/** Whether anyone in the room pushed back, and in which turn. */
export function ChallengeChoice({ claim, disabled }: { claim: ClaimView; disabled: boolean }) {
  const { mode, setMode, transcript, showTurn, say, go } = useDesk()
  const challenge = useClaimField(claim, 'challenge')
  const reply = useClaimField(claim, 'challengeTurnId')
  const picking = mode.kind === 'turn' && mode.claimId === claim.id
  const text = reply.text
    ? transcript?.page.words.turns[transcript.page.words.indexOf(reply.text)]?.text
    : null

  function pick() {
    setMode({ kind: 'turn', claimId: claim.id })
    go({ kind: 'claim', claimId: claim.id }, { sheet: false })
    transcript?.focus()
    say('Choose the turn of the reply: move to it and press Enter, or click it. Escape gives up.')
  }

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
            <p>
              <span className="font-semibold">
                The reply{claim.challengeMs === null ? '' : ` at ${formatTimestamp(claim.challengeMs)}`}:{' '}
              </span>
              <span className="font-serif text-base">{shortened(text ?? '')}</span>
            </p>
          ) : (
            <p className="text-ink-soft">No turn chosen for the reply yet.</p>
          )}
          <div className="mt-1 flex flex-wrap gap-2">
            <Button onClick={pick} disabled={picking}>
              {picking ? 'Choose in the transcript…' : reply.text ? 'Choose another turn' : 'Choose the turn'}
            </Button>
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
            show={(id) =>
              typeof id === 'string'
                ? shortened(transcript?.page.words.turns[transcript.page.words.indexOf(id)]?.text ?? '')
                : 'None'
            }
          />
        </div>
      )}
    </fieldset>
  )
}

function shortened(text: string): string {
  return text.length > 140 ? `${text.slice(0, 140).trimEnd()}…` : text
}
