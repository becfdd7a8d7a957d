import { verdictColour } from '@/components/claims/verdict-badge'
import { type Glance, type GlanceClaim, glanceOf, type Lane } from '@/publishing/glance'
import type { PageSnapshot } from '@/publishing/snapshot-schema'
import { formatTimestamp } from '@/transcripts/timestamp'

/**
 * The interview as a strip: who spoke when, and the claims on it, each leading to its second. The drawing is for the eye and the
 * pointer; names, amounts and the list of claims say the same in words. Positions are attributes: the page allows no inline style.
 */
export function InterviewGlance({ page, durationMs }: { page: PageSnapshot; durationMs: number | null }) {
  const glance = glanceOf(page, durationMs)
  if (!glance) return null
  return (
    <section className="glance" aria-labelledby="glance">
      <h2 id="glance" className="section-title">
        The interview at a glance
      </h2>
      <ul className={page.interview.direction === 'rtl' ? 'lanes from-right' : 'lanes'}>
        {glance.lanes.map((lane) => (
          <LaneRow key={`${lane.name} ${lane.part}`} lane={lane} glance={glance} />
        ))}
      </ul>
      <Axis glance={glance} fromRight={page.interview.direction === 'rtl'} />
      <p className="section-note">
        Each stroke is a claim, in the colour of its verdict, and leads to its{' '}
        {glance.durationMs === null ? 'words' : 'second'}. The same in words:{' '}
        <a href="#claims">all claims in order</a>.
      </p>
    </section>
  )
}

function LaneRow({ lane, glance }: { lane: Lane; glance: Glance }) {
  const count = lane.claims.length
  return (
    <li className="lane">
      <p>
        <b dir="auto">{lane.name}</b>
        <span className="lane-amount">
          {amountInWords(lane.amount, glance.durationMs !== null)}
          {count > 0 ? ` · ${count === 1 ? '1 claim' : `${count} claims`}` : ''}
        </span>
      </p>
      <svg viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path className="spoke" d={lane.spoke.map(({ from, to }) => `M${from} 12h${to - from}`).join('')} />
        {glance.chapters.length > 0 ? (
          <path className="cut" d={glance.chapters.map(({ at }) => `M${at} 0v24`).join('')} />
        ) : null}
        {lane.claims.map((each) => (
          <Stroke key={each.claim.number} {...each} />
        ))}
      </svg>
    </li>
  )
}

function Stroke({ claim, at }: GlanceClaim) {
  const { number, place, startMs, verdict } = claim
  const second = startMs === null ? '' : `?t=${Math.floor(startMs / 1000)}`
  return (
    <a
      href={`${second}#t${place?.firstTurn ?? 0}`}
      data-claim={number}
      tabIndex={-1}
      className={`v-${verdictColour(verdict.colour)}`}
    >
      <title>
        {`${startMs === null ? '' : `${formatTimestamp(startMs)} `}${verdict.label}: ${claim.claimReviewed}`}
      </title>
      <path className="hit" d={`M${at} 0v24`} />
      <path className="stroke" d={`M${at} 2v20`} />
    </a>
  )
}

/** Quarters of the recording. */
function Axis({ glance, fromRight }: { glance: Glance; fromRight: boolean }) {
  const { durationMs } = glance
  if (durationMs === null) return null
  return (
    <p className={fromRight ? 'glance-axis from-right' : 'glance-axis'} aria-hidden="true">
      {[0, 0.25, 0.5, 0.75].map((share) => (
        <span key={share}>{formatTimestamp(durationMs * share)}</span>
      ))}
      <span>{formatTimestamp(durationMs)}</span>
    </p>
  )
}

function amountInWords(amount: number, timed: boolean): string {
  if (!timed) return `${Math.round(amount / 10)}% of the text`
  const minutes = Math.round(amount / 60_000)
  if (minutes < 1) return `${Math.round(amount / 1000)} seconds`
  if (minutes < 60) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
