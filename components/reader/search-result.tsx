import { CHALLENGE_LABELS } from '@/claims/words-of-the-trade'
import { VerdictBadge, verdictColour } from '@/components/claims/verdict-badge'
import { claimPath, pagePath, personPath, secondPath } from '@/publishing/addresses'
import { longDay, longDayIn } from '@/publishing/days'
import type { MarkedResult } from '@/publishing/search/marked-results'
import type { Passage } from '@/publishing/search/passage'
import { formatTimestamp } from '@/transcripts/timestamp'

/** Text with the words marked that were asked for. */
function Marked({ passage }: { passage: Passage }) {
  return (
    <>
      {passage.cutBefore ? '… ' : null}
      {passage.parts.map(({ text, hit }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never reordered
        hit ? <mark key={index}>{text}</mark> : text,
      )}
      {passage.cutAfter ? ' …' : null}
    </>
  )
}

/** A checked claim or a passage of a transcript that says what was asked for. */
export function SearchResult({ result, timeZone }: { result: MarkedResult; timeZone: string }) {
  return result.kind === 'claim' ? (
    <FoundClaim result={result} timeZone={timeZone} />
  ) : (
    <FoundTurn result={result} />
  )
}

function FoundClaim({
  result,
  timeZone,
}: {
  result: Extract<MarkedResult, { kind: 'claim' }>
  timeZone: string
}) {
  const { slug, title, language, claim } = result.claim
  return (
    <li className={`found v-${verdictColour(claim.verdict.colour)}`}>
      <p className="claim-card-verdict">
        <VerdictBadge verdict={claim.verdict} />
        {claim.verdict.rates && claim.challenge.kind !== 'unchallenged' ? (
          <span className="claim-card-challenge">{CHALLENGE_LABELS[claim.challenge.kind]}</span>
        ) : null}
      </p>
      <h2 dir="auto">
        <a href={claimPath(slug, claim.number)}>
          <Marked passage={result.sentence} />
        </a>
      </h2>
      {result.passage ? (
        <p className="found-passage" dir="auto" lang={language}>
          <Marked passage={result.passage} />
        </p>
      ) : null}
      <p className="claim-card-from">
        <By name={claim.speaker.name} slug={claim.speaker.personSlug} />
        {' · '}
        <a href={pagePath(slug)} dir="auto">
          {title}
        </a>
        {' · '}
        <time dateTime={claim.checkedAt}>{longDayIn(timeZone, claim.checkedAt)}</time>
      </p>
    </li>
  )
}

function FoundTurn({ result }: { result: Extract<MarkedResult, { kind: 'said' }> }) {
  const { slug, title, turn, startMs, day, speaker, personSlug, passage, language, direction } = result
  const there = startMs === null ? `${pagePath(slug)}#t${turn}` : secondPath(slug, startMs, turn)
  return (
    <li className="found found-said">
      <p className="claim-card-verdict">
        <span className="found-kind">In the transcript</span>
        {startMs === null ? null : <span className="time">{formatTimestamp(startMs)}</span>}
      </p>
      <h2 dir="auto">
        <a href={there}>
          {speaker ?? 'Unidentified speaker'} in “{title}”
        </a>
      </h2>
      <p className="found-passage" dir={direction} lang={language}>
        <Marked passage={passage} />
      </p>
      <p className="claim-card-from">
        <By name={speaker ?? 'Unidentified speaker'} slug={personSlug} />
        {' · '}
        <time dateTime={day}>{longDay(day)}</time>
      </p>
    </li>
  )
}

function By({ name, slug }: { name: string; slug: string | null }) {
  return slug ? <a href={personPath(slug)}>{name}</a> : name
}
