import { Lock, MessagesSquare, Users } from 'lucide-react'
import { useState } from 'react'
import type { AgreementView, ClaimView, OpinionView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'
import { OpinionForm } from '@/components/claims/life/opinion-form'
import { TalkEndForm } from '@/components/claims/life/talk-end-form'
import { MomentText } from '@/components/claims/moment-text'
import { VerdictBadge } from '@/components/claims/verdict-badge'
import { useActs } from '@/components/desk/acts/acts.island'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** The verdicts that editors would give, each for themselves first. Nothing where the newsroom asks for none. */
export function AgreementSection({ claim }: { claim: ClaimView }) {
  const [writing, setWriting] = useState(false)
  const { agreement, abilities } = claim
  const may = abilities.giveOpinion
  useActs(
    agreement.state === 'off'
      ? []
      : [
          {
            id: 'claim.opinion',
            label: 'Say which verdict you would give',
            group: 'Claim',
            keys: ['o', 'Alt+o'],
            also: 'opinion blind agreement judge',
            ...(may.allowed ? {} : { refusal: may.reason }),
            run: () => setWriting(true),
          },
        ],
  )
  if (agreement.state === 'off') return null
  const given = agreement.mine
  return (
    <section aria-labelledby={`agreement-${claim.id}`} className="flex flex-col gap-3">
      <h3 id={`agreement-${claim.id}`} className="text-sm font-semibold">
        What each editor would say
      </h3>
      <Standing agreement={agreement} />
      {given && <Opinion opinion={given} who="You" />}
      {agreement.others.map((opinion) => (
        <Opinion key={opinion.memberId} opinion={opinion} who={opinion.by} />
      ))}
      {agreement.talk && <TalkEnd talk={agreement.talk} />}
      {writing ? (
        <OpinionForm claim={claim} onDone={() => setWriting(false)} />
      ) : may.allowed ? (
        <Button
          className="self-start"
          variant={given?.current ? 'quiet' : 'secondary'}
          onClick={() => setWriting(true)}
        >
          {given?.current ? 'Change yours' : 'Say which verdict you would give'}
        </Button>
      ) : null}
      {abilities.endTalk.allowed && <TalkEndForm claim={claim} />}
    </section>
  )
}

function Standing({ agreement }: { agreement: AgreementView }) {
  const { state, given, needed, givenBy } = agreement
  if (state === 'sealed')
    return (
      <p className="flex items-start gap-2 text-sm text-ink-soft">
        <Lock aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span>
          {given} of {needed} given{givenBy.length > 0 && ` (${givenBy.join(', ')})`}. Nobody sees another’s
          before all are in.
        </span>
      </p>
    )
  if (state === 'differ')
    return (
      <Notice tone="warning" title="This claim asks for a talk">
        {given} editors gave their verdicts, and they differ. Change yours after the talk, or write down how
        it ended.
      </Notice>
    )
  if (state === 'other')
    return (
      <Notice tone="warning" title={`${given} of ${given} agree, but not with the claim’s verdict`}>
        Change the claim’s verdict, or talk and write down how it ended.
      </Notice>
    )
  const Icon = state === 'agree' ? Users : MessagesSquare
  return (
    <p className="flex items-center gap-2 text-sm font-semibold">
      <Icon aria-hidden="true" className="size-4 shrink-0 text-ok" />
      {state === 'agree' ? `${given} of ${given} agree` : 'Settled in a talk'}
    </p>
  )
}

function Opinion({ opinion, who }: { opinion: OpinionView; who: string }) {
  const { view } = useDesk()
  const verdict = view.verdicts.find(({ key }) => key === opinion.verdictKey)
  return (
    <article className="border-s-2 border-rule ps-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-2">
        <strong>{who}</strong>
        {verdict && <VerdictBadge verdict={verdict} />}
        <span className="text-ink-soft">
          <MomentText at={opinion.at} />
          {opinion.openly && ', openly'}
        </span>
      </p>
      <p className="whitespace-pre-wrap" dir="auto">
        {opinion.reason}
      </p>
      {!opinion.current && (
        <p className="font-semibold text-verdict-unsubstantiated">
          On other words or another sentence: it does not count for this one.
        </p>
      )}
    </article>
  )
}

function TalkEnd({ talk }: { talk: NonNullable<AgreementView['talk']> }) {
  const { view } = useDesk()
  const verdict = view.verdicts.find(({ key }) => key === talk.verdictKey)
  return (
    <article className="border-s-2 border-ink ps-3 text-sm">
      <p>
        <strong>How the talk ended</strong>
        {verdict && `: ${verdict.label}`}
      </p>
      <p className="whitespace-pre-wrap" dir="auto">
        {talk.outcome}
      </p>
      <p className="text-ink-soft">
        {talk.by}, <MomentText at={talk.at} />
        {!talk.current && '. The claim has changed since, so it does not hold.'}
      </p>
    </article>
  )
}
