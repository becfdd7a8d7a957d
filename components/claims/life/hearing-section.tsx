import { Ear, EarOff } from 'lucide-react'
import { useState } from 'react'
import type { ClaimView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'
import { useSteps } from '@/components/claims/life/use-steps'
import { MomentText } from '@/components/claims/moment-text'
import { useActs } from '@/components/desk/acts/acts.island'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'

/** Who replayed the clip against the words. It is played first; only then can anybody say what they heard. */
export function HearingSection({ claim }: { claim: ClaimView }) {
  const { play, say } = useDesk()
  const { heard: confirm, busy, error } = useSteps(claim)
  const [played, setPlayed] = useState('')
  const { hearing, abilities } = claim
  const clip = `${claim.quote} ${claim.startMs} ${claim.endMs}`
  const mayHear = abilities.hear.allowed && play !== null

  function replay() {
    if (!play || claim.startMs === null) return
    play(claim.startMs)
    setPlayed(clip)
    say('Playing the clip. Then say that it says these words.')
  }
  const act = played === clip ? confirm : replay
  useActs([
    {
      id: 'claim.heard',
      label: played === clip ? 'It says these words' : 'Replay the clip against the words',
      group: 'Claim',
      keys: ['u', 'Alt+u'],
      also: 'by ear listen hear play',
      ...(abilities.hear.allowed ? {} : { refusal: abilities.hear.reason }),
      run: () => void act(),
    },
  ])

  if (!hearing.heard && !hearing.before && !mayHear && !hearing.needed) return null
  const Icon = hearing.heard ? Ear : EarOff
  return (
    <section aria-label="Checked by ear" className="flex flex-col gap-2 text-sm">
      <p className="flex items-start gap-2">
        <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${hearing.heard ? 'text-ok' : ''}`} />
        <span>
          {hearing.heard ? (
            <>
              Checked by ear by {hearing.heard.by}, <MomentText at={hearing.heard.at} />
            </>
          ) : hearing.before ? (
            <>
              {hearing.before.by} replayed other words or seconds, <MomentText at={hearing.before.at} />: that
              no longer holds.
            </>
          ) : hearing.needed ? (
            'A machine wrote these words, and nobody has replayed the clip against them.'
          ) : (
            <span className="text-ink-soft">Nobody has replayed the clip against these words.</span>
          )}
        </span>
      </p>
      {mayHear && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={replay}>{played === clip ? 'Play it again' : 'Replay the clip'}</Button>
          {played === clip && (
            <Button variant={hearing.heard ? 'secondary' : 'primary'} busy={busy} onClick={confirm}>
              It says these words
            </Button>
          )}
        </div>
      )}
      <FormError message={error?.message} />
    </section>
  )
}
