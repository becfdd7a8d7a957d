import { ClaimNote } from '@/components/reader/claim-note'
import { Html } from '@/components/reader/html'
import { MarkedText } from '@/components/reader/marked-text'
import { paragraphsOf } from '@/publishing/paragraphs'
import { type ClaimMark, marksByTurn, segmentsOf } from '@/publishing/segments'
import type { PageSnapshot, SnapshotClaim, SnapshotTurn } from '@/publishing/snapshot-schema'
import { formatTimestamp } from '@/transcripts/timestamp'

type Shared = {
  page: PageSnapshot
  claims: ReadonlyMap<number, SnapshotClaim>
  seen: Set<number>
}

/** Characters of text after which a new part begins. Parts are what the browser may leave unpainted while off screen. */
const PART = 3500

/** The transcript: turns as paragraphs of plain text, claims marked in it, each note after the paragraph where it ends. */
export function Transcript({ page }: { page: PageSnapshot }) {
  const marks = marksByTurn(page)
  const shared: Shared = {
    page,
    claims: new Map(page.claims.map((claim) => [claim.number, claim])),
    seen: new Set(),
  }
  return partsOf(page.turns).map((part) => (
    <div key={part.first} className={`part lines-${part.size}`}>
      {part.turns.map((turn, index) => (
        <Turn
          key={turn.id}
          {...shared}
          turn={turn}
          at={part.first + index}
          marks={marks.get(part.first + index) ?? []}
          again={
            page.turns[part.first + index - 1]?.participant === turn.participant && turn.participant !== null
          }
        />
      ))}
    </div>
  ))
}

/**
 * Turns in parts of some screens each; `size` is the height to reserve, in tens of lines at the wide measure (72 characters
 * a line, two lines for each speaker's name).
 */
function partsOf(turns: readonly SnapshotTurn[]): { first: number; turns: SnapshotTurn[]; size: number }[] {
  const parts: { first: number; turns: SnapshotTurn[]; letters: number; lines: number }[] = []
  for (const [index, turn] of turns.entries()) {
    let part = parts.at(-1)
    if (!part || part.letters > PART) {
      part = { first: index, turns: [], letters: 0, lines: 0 }
      parts.push(part)
    }
    part.turns.push(turn)
    part.letters += turn.text.length
    part.lines += Math.ceil(turn.text.length / 72) + 2
  }
  return parts.map(({ first, turns: own, lines }) => ({
    first,
    turns: own,
    size: Math.min(40, Math.max(1, Math.round(lines / 10))),
  }))
}

function Turn({
  page,
  claims,
  seen,
  turn,
  at,
  marks,
  again,
}: Shared & { turn: SnapshotTurn; at: number; marks: readonly ClaimMark[]; again: boolean }) {
  const speaker = turn.participant === null ? null : page.participants[turn.participant]
  const { direction } = page.interview
  const paragraphs = paragraphsOf(turn.text, marks)
  const background = page.background.filter((note) => note.turn === at)
  return (
    <div className="turn" id={`t${at}`}>
      {again && turn.startMs === null ? null : (
        <p className={`speaker part-${speaker?.part ?? 'unknown'}`}>
          {again ? null : <b>{speaker?.name ?? 'Unidentified speaker'}</b>}{' '}
          {turn.startMs === null ? null : (
            <a className="time" href={`?t=${Math.floor(turn.startMs / 1000)}#t${at}`}>
              {formatTimestamp(turn.startMs)}
            </a>
          )}
        </p>
      )}
      {paragraphs.map((paragraph, index) => {
        const last = index === paragraphs.length - 1
        const ending = marks.filter(
          (mark) => mark.last && mark.end > paragraph.start && mark.end <= paragraph.end,
        )
        const notes = ending.flatMap((mark) => claims.get(mark.claim) ?? [])
        return (
          <div key={paragraph.start} className="row">
            <p
              className="said"
              dir={direction === 'rtl' ? 'rtl' : undefined}
              data-w={paragraph.firstWord > 0 ? paragraph.firstWord : undefined}
            >
              <MarkedText
                segments={segmentsOf(turn.text, marks, paragraph.start, paragraph.end)}
                claims={claims}
                seen={seen}
                href={(number) => `#claim-${number}`}
              />
            </p>
            {notes.length > 0 || (last && background.length > 0) ? (
              <div className="notes" lang="en">
                {notes.map((claim) => (
                  <ClaimNote key={claim.number} page={page} claim={claim} />
                ))}
                {last ? background.map((note) => <Background key={note.title} {...note} />) : null}
              </div>
            ) : null}
          </div>
        )
      })}
    </div>
  )
}

function Background({ title, html }: { title: string; html: string }) {
  return (
    <aside className="background" aria-label={`Background: ${title}`}>
      <p className="background-label">Background</p>
      <h3>{title}</h3>
      <Html className="prose" html={html} />
    </aside>
  )
}
