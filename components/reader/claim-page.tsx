import { VerdictBadge, verdictColour } from '@/components/claims/verdict-badge'
import { ClaimCheck } from '@/components/reader/claim-check'
import { EmbedOffer } from '@/components/reader/embed/embed-offer'
import { EmbedBox, EmbedNote } from '@/components/reader/embed-box'
import { MarkedText } from '@/components/reader/marked-text'
import { ReportLink } from '@/components/reader/report-link'
import { ShareLinks } from '@/components/reader/share-links'
import { claimPath, pagePath, recordingPath, secondPath } from '@/publishing/addresses'
import type { Appearance } from '@/publishing/appearances'
import { marksByTurn, segmentsOf } from '@/publishing/segments'
import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'
import { formatTimestamp } from '@/transcripts/timestamp'

/** Letters of each neighbouring turn that are shown for context. */
const CONTEXT = 320

/** One claim's permanent page: verdict, the words in context, the clip, the whole check. */
export function ClaimPage({
  page,
  claim,
  said,
  origin,
}: {
  page: PageSnapshot
  claim: SnapshotClaim
  said?: readonly Appearance[] | undefined
  /** Of the site, for addresses to pass on; absent where there is nothing to pass on yet. */
  origin?: string
}) {
  const { interview } = page
  // In the order of the words, as on the annotated page.
  const at = page.claims.findIndex((other) => other.number === claim.number)
  const previous = at > 0 ? page.claims[at - 1] : undefined
  const next = page.claims[at + 1]
  return (
    <article className={`claim-page v-${verdictColour(claim.verdict.colour)}`}>
      <header>
        <p className="kicker">
          <a href={pagePath(interview.slug)} dir="auto">
            {interview.title}
          </a>
        </p>
        <p className="claim-verdict">
          <VerdictBadge id={`v${claim.number}`} verdict={claim.verdict} />
        </p>
        <h1 dir="auto">{claim.claimReviewed}</h1>
        {claim.verdict.definition ? (
          <p className="definition">
            <b>{claim.verdict.label}:</b> {claim.verdict.definition}
          </p>
        ) : null}
      </header>
      <InContext page={page} claim={claim} />
      <ClaimCheck page={page} claim={claim} said={said} level={2} />
      {origin === undefined ? null : (
        <ShareLinks
          address={`${origin}${claimPath(interview.slug, claim.number)}`}
          text={`${claim.verdict.label}: ${claim.claimReviewed}`}
        />
      )}
      {origin === undefined ? null : (
        <EmbedOffer
          what={{ slug: interview.slug, number: claim.number, title: claim.claimReviewed }}
          origin={origin}
          title="Embed this check"
        />
      )}
      <p className="claim-report">
        <ReportLink slug={interview.slug} claim={claim.number} />
      </p>
      <nav className="claim-nav" aria-label="Other claims of this interview">
        {previous ? (
          <a rel="prev" href={claimPath(interview.slug, previous.number)}>
            <span>Claim {previous.number}</span> {previous.claimReviewed}
          </a>
        ) : null}
        {next ? (
          <a rel="next" href={claimPath(interview.slug, next.number)}>
            <span>Claim {next.number}</span> {next.claimReviewed}
          </a>
        ) : null}
      </nav>
    </article>
  )
}

function InContext({ page, claim }: { page: PageSnapshot; claim: SnapshotClaim }) {
  const { place, startMs, endMs } = claim
  if (!place) return null
  const { interview } = page
  const marks = marksByTurn({ turns: page.turns, claims: [claim] })
  if (marks.size === 0) return null
  const seen = new Set<number>()
  const first = Math.max(0, place.firstTurn - 1)
  const shown = page.turns.slice(first, place.lastTurn + 2)
  return (
    <section className="in-context" aria-labelledby="context-title">
      <h2 id="context-title">In context</h2>
      <div className="context-turns" lang={interview.language} dir={interview.direction}>
        {shown.map((turn, index) => {
          const at = first + index
          const own = marks.get(at) ?? []
          const [from, to] = windowOf(turn.text, own, at < place.firstTurn)
          const speaker = turn.participant === null ? null : page.participants[turn.participant]
          return (
            <div key={turn.id} className={own.length > 0 ? 'context-turn is-said' : 'context-turn'}>
              <p className="speaker">
                <b>{speaker?.name ?? 'Unidentified speaker'}</b>
              </p>
              <p className="said">
                {from > 0 ? '… ' : ''}
                <MarkedText
                  segments={segmentsOf(turn.text, own, from, to)}
                  claims={new Map([[claim.number, claim]])}
                  seen={seen}
                  href={() => secondPath(interview.slug, startMs ?? 0, place.firstTurn)}
                />
                {to < turn.text.length ? ' …' : ''}
              </p>
            </div>
          )
        })}
      </div>
      <p className="context-links">
        {startMs === null ? (
          <a href={`${pagePath(interview.slug)}#t${place.firstTurn}`}>Read on in the transcript</a>
        ) : (
          <a href={secondPath(interview.slug, startMs, place.firstTurn)}>
            Hear and read it in the interview, from {formatTimestamp(startMs)}
          </a>
        )}
      </p>
      {interview.recording && startMs !== null && endMs !== null ? (
        <Clip page={page} startMs={startMs} endMs={endMs} />
      ) : null}
    </section>
  )
}

/** The range of a turn to show: near the claim's words, or the end of what came before, or the beginning of what came after. */
function windowOf(
  text: string,
  marks: readonly { start: number; end: number }[],
  before: boolean,
): [number, number] {
  const around = marks[0]
  if (around) return [wordBorder(text, around.start - CONTEXT, 1), wordBorder(text, around.end + CONTEXT, -1)]
  return before
    ? [wordBorder(text, text.length - CONTEXT, 1), text.length]
    : [0, wordBorder(text, CONTEXT, -1)]
}

/** The nearest beginning (`step` 1) or end (`step` -1) of a word from `at` on, within the text. */
function wordBorder(text: string, at: number, step: 1 | -1): number {
  if (at <= 0) return 0
  if (at >= text.length) return text.length
  const space = step === 1 ? text.indexOf(' ', at) : text.lastIndexOf(' ', at)
  if (space < 0) return step === 1 ? text.length : at
  return step === 1 ? space + 1 : space
}

function Clip({ page, startMs, endMs }: { page: PageSnapshot; startMs: number; endMs: number }) {
  const { recording, slug } = page.interview
  if (!recording) return null
  if (recording.embed)
    return (
      <div className="clip">
        <p className="clip-label">Listen from these words on</p>
        <EmbedBox embed={recording.embed} startMs={startMs} />
        <EmbedNote embed={recording.embed} />
      </div>
    )
  const source = recording.fileHash ? recordingPath(slug) : (recording.url ?? '')
  // A media fragment: the browser itself plays these seconds only (https://www.w3.org/TR/media-frags/).
  const seconds = `t=${Math.max(0, startMs / 1000 - 0.3).toFixed(1)},${(endMs / 1000 + 0.3).toFixed(1)}`
  return (
    <div className="clip">
      <p className="clip-label" id="clip">
        Listen to these words
      </p>
      {/* biome-ignore lint/a11y/useMediaCaption: the words stand in full right above */}
      <audio controls preload="none" src={`${source}#${seconds}`} aria-labelledby="clip" />
    </div>
  )
}
