import { expertsDisagree } from '@/claims/checked-claim'
import { APPEARANCE_LABELS, CHALLENGE_LABELS } from '@/claims/words-of-the-trade'
import { ChangeList } from '@/components/reader/change-list'
import { EvidenceList } from '@/components/reader/evidence-list'
import { ExpertsDisagree } from '@/components/reader/experts-disagree'
import { Html } from '@/components/reader/html'
import { Replies } from '@/components/reader/replies'
import { SaidTimes } from '@/components/reader/said-times'
import { personPath, secondPath, topicPath } from '@/publishing/addresses'
import type { Appearance } from '@/publishing/appearances'
import { longDay, longDayIn } from '@/publishing/days'
import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'
import { formatTimestamp } from '@/transcripts/timestamp'

type CheckProps = {
  page: PageSnapshot
  claim: SnapshotClaim
  /** Everywhere that it was said, where that is more than once. */
  said?: readonly Appearance[] | undefined
  /** Of its headings. */
  level: 2 | 4 | 5
}

/** The whole check of one claim, below its verdict: said, found, sources, experts, reply, challenge, topics, history. */
export function ClaimCheck({ page, claim, said, level }: CheckProps) {
  const Heading = `h${level}` as const
  const { timeZone } = page.site
  const split = expertsDisagree(claim.evidence)
  const paired = split
    ? claim.evidence.filter((item) => item.kind === 'expert' && item.stance !== 'context')
    : []
  const others = claim.evidence.filter((item) => !paired.includes(item))
  const changes = page.changes.filter((change) => change.claimNumber === claim.number)
  return (
    <div className="check">
      <Heading>What was said</Heading>
      <WhatWasSaid page={page} claim={claim} />
      {said && <SaidTimes page={page} claim={claim} said={said} />}
      {claim.explanationHtml ? (
        <>
          <Heading>What we found</Heading>
          <Html className="prose" html={claim.explanationHtml} />
        </>
      ) : null}
      {split ? <ExpertsDisagree experts={paired} level={level} /> : null}
      {others.length > 0 ? (
        <>
          <Heading>{others.length === 1 ? 'Source' : 'Sources'}</Heading>
          <EvidenceList evidence={others} />
        </>
      ) : null}
      {claim.replies.length > 0 ? (
        <>
          <Heading>Right of reply</Heading>
          <Replies replies={claim.replies} timeZone={timeZone} />
        </>
      ) : null}
      {changes.length > 0 ? (
        <>
          <Heading>Changes to this check</Heading>
          <ChangeList changes={changes} timeZone={timeZone} />
        </>
      ) : null}
      <p className="check-meta">
        Checked on <time dateTime={claim.checkedAt}>{longDayIn(timeZone, claim.checkedAt)}</time>
        {claim.topics.map((topic) => (
          <span key={topic.slug}>
            {' · '}
            <a href={topicPath(topic.slug)}>{topic.name}</a>
          </span>
        ))}
      </p>
    </div>
  )
}

/** The exact words, who said them and when, and whether anybody in the room pushed back. */
function WhatWasSaid({ page, claim }: Omit<CheckProps, 'level'>) {
  const { interview } = page
  const { appearance, speaker } = claim
  return (
    <>
      <blockquote className="said-quote" lang={interview.language} dir={interview.direction}>
        {claim.quote}
      </blockquote>
      <p className="said-by">
        {speaker.personSlug ? (
          <a href={personPath(speaker.personSlug)}>{speaker.name}</a>
        ) : (
          <b>{speaker.name}</b>
        )}
        {speaker.affiliation ? `, ${speaker.affiliation}` : ''}
        {claim.place && claim.startMs !== null ? (
          <>
            {', at '}
            <a className="time" href={secondPath(interview.slug, claim.startMs, claim.place.firstTurn)}>
              {formatTimestamp(claim.startMs)}
            </a>
          </>
        ) : null}
        {appearance ? (
          <>
            {'. '}
            {APPEARANCE_LABELS[appearance.kind]}, not in the interview:{' '}
            {appearance.url ? (
              <a href={appearance.url} rel="nofollow noopener noreferrer">
                {appearance.title || appearance.url}
              </a>
            ) : (
              appearance.title
            )}
            {appearance.archivedUrl ? (
              <>
                {' ('}
                <a href={appearance.archivedUrl} rel="nofollow noopener noreferrer">
                  archived copy
                </a>
                )
              </>
            ) : null}
            {appearance.on ? `, ${longDay(appearance.on)}` : ''}
          </>
        ) : null}
      </p>
      {appearance || !claim.verdict.rates ? null : <Challenged page={page} claim={claim} />}
    </>
  )
}

function Challenged({ page, claim }: Omit<CheckProps, 'level'>) {
  const { kind, ms, turn } = claim.challenge
  const speaker = turn === null ? null : page.turns[turn]?.participant
  const name = speaker === null || speaker === undefined ? null : page.participants[speaker]?.name
  return (
    <p className={`challenge challenge-${kind}`}>
      {CHALLENGE_LABELS[kind]}
      {kind !== 'unchallenged' && name ? ` by ${name}` : ''}
      {kind !== 'unchallenged' && ms !== null ? (
        <>
          {', at '}
          <a className="time" href={secondPath(page.interview.slug, ms, turn)}>
            {formatTimestamp(ms)}
          </a>
        </>
      ) : null}
    </p>
  )
}
