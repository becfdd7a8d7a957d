import { ClaimNote } from '@/components/reader/claim-note'
import { chapterId } from '@/components/reader/contents-list'
import { Html } from '@/components/reader/html'
import { MarkedText } from '@/components/reader/marked-text'
import { hangs, heightOfNotes } from '@/components/reader/note-room'
import type { SaidAgain } from '@/publishing/appearances'
import { chaptersOf } from '@/publishing/page-chapters'
import { type Paragraph, paragraphsOf } from '@/publishing/paragraphs'
import { type ClaimMark, marksByTurn, segmentsOf } from '@/publishing/segments'
import type { PageSnapshot, SnapshotClaim, SnapshotTurn } from '@/publishing/snapshot-schema'
import { formatTimestamp } from '@/transcripts/timestamp'

/** Characters of text after which a new part begins. Parts are what the browser may leave unpainted while off screen. */
const PART = 3500
/**
 * A part ends where nothing was claimed for so many characters, so that a note opened beside its last words has room there: what a
 * part holds cannot hang over into the next. Where claims stand too close for that, it ends at three times its size.
 */
const QUIET = 1200

type PlacedRow = Paragraph & { text: string; claims: SnapshotClaim[]; background: PageSnapshot['background'] }
type PlacedTurn = {
  turn: SnapshotTurn
  at: number
  /** The chapter that begins here. */
  chapter: { id: string; title: string } | undefined
  named: boolean
  marks: ClaimMark[]
  rows: PlacedRow[]
}

type Shared = {
  page: PageSnapshot
  claims: ReadonlyMap<number, SnapshotClaim>
  /** Claims whose first words have been shown. */
  seen: Set<number>
  said: SaidAgain
  /** Of notes' headings: one below the chapters'. */
  level: 3 | 4
}

/** The transcript: turns as paragraphs of plain text, claims marked in it, each note after the paragraph where it ends. */
export function Transcript({ page, said }: { page: PageSnapshot; said: SaidAgain }) {
  const claims = new Map(page.claims.map((claim) => [claim.number, claim]))
  const marks = marksByTurn(page)
  const chapters = new Map(
    chaptersOf(page).map(({ turn, title }, index) => [turn, { id: chapterId(index), title }] as const),
  )
  const turns = page.turns.map((turn, at): PlacedTurn => {
    const placed = placeTurn(page, turn, at, marks.get(at) ?? [], claims)
    const chapter = chapters.get(at)
    return { ...placed, chapter, named: placed.named || chapter !== undefined }
  })
  const level = chapters.size > 0 ? 4 : 3
  const seen = new Set<number>()
  return partsOf(turns).map((part) => (
    <Part key={part[0]?.at} turns={part} page={page} claims={claims} seen={seen} said={said} level={level} />
  ))
}

function placeTurn(
  page: PageSnapshot,
  turn: SnapshotTurn,
  at: number,
  marks: ClaimMark[],
  claims: Shared['claims'],
): Omit<PlacedTurn, 'chapter'> {
  const background = page.background.filter((note) => note.turn === at)
  const paragraphs = paragraphsOf(turn.text, marks)
  const rows = paragraphs.map((paragraph, index) => {
    const ending = marks.filter(
      (mark) => mark.last && mark.end > paragraph.start && mark.end <= paragraph.end,
    )
    return {
      ...paragraph,
      text: turn.text,
      claims: ending.flatMap((mark) => claims.get(mark.claim) ?? []),
      background: index === paragraphs.length - 1 ? background : [],
    }
  })
  const again = turn.participant !== null && page.turns[at - 1]?.participant === turn.participant
  return { turn, at, named: !again, marks, rows }
}

/** Turns in parts of some screens each. */
function partsOf(turns: readonly PlacedTurn[]): PlacedTurn[][] {
  const parts: PlacedTurn[][] = []
  let letters = Number.POSITIVE_INFINITY
  let quiet = 0
  for (const placed of turns) {
    if (placed.chapter || letters > 3 * PART || (letters > PART && quiet > QUIET)) {
      parts.push([])
      letters = 0
    }
    parts.at(-1)?.push(placed)
    letters += placed.turn.text.length
    quiet = placed.rows.reduce((sum, row) => (hasNotes(row) ? 0 : sum + row.end - row.start), quiet)
  }
  return parts
}

const hasNotes = ({ claims, background }: PlacedRow) => claims.length > 0 || background.length > 0

function Part({ turns, ...shared }: Shared & { turns: readonly PlacedTurn[] }) {
  const rows = turns.flatMap(({ rows: own, named }) =>
    own.map((row, index) => ({
      letters: row.end - row.start,
      named: named && index === 0,
      notes: heightOfNotes(row.claims, row.background),
    })),
  )
  const hanging = hangs(rows)
  // Height to reserve while unpainted, in tens of lines at the wide measure (styles/lines.css).
  const lines = rows.reduce((sum, row) => sum + Math.ceil(row.letters / 72) + (row.named ? 2 : 0.5), 0)
  const notes = rows.filter((row) => row.notes > 0).length
  let next = 0
  return (
    <div
      className={`part lines-${Math.min(40, Math.max(1, Math.round(lines / 10)))} notes-${Math.min(9, notes)}`}
    >
      {turns.map((placed) => {
        const first = next
        next += placed.rows.length
        return (
          <Turn
            key={placed.at}
            {...shared}
            {...placed}
            hanging={hanging.slice(first, first + placed.rows.length)}
          />
        )
      })}
    </div>
  )
}

function Turn({
  turn,
  at,
  chapter,
  named,
  rows,
  hanging,
  marks,
  page,
  ...shared
}: Shared & PlacedTurn & { hanging: boolean[] }) {
  const speaker = turn.participant === null ? null : page.participants[turn.participant]
  return (
    <div className="turn" id={`t${at}`}>
      {chapter ? (
        <h3 className="chapter" id={chapter.id} dir={page.interview.direction}>
          {chapter.title}
        </h3>
      ) : null}
      {named || turn.startMs !== null ? (
        <p className={`speaker part-${speaker?.part ?? 'unknown'}`} dir={page.interview.direction}>
          {named ? <b>{speaker?.name ?? 'Unidentified speaker'}</b> : null}{' '}
          {turn.startMs === null ? null : (
            <a className="time" href={`?t=${Math.floor(turn.startMs / 1000)}#t${at}`}>
              {formatTimestamp(turn.startMs)}
            </a>
          )}
        </p>
      ) : null}
      {rows.map((row, index) => (
        <TurnRow
          key={row.start}
          {...shared}
          page={page}
          row={row}
          marks={marks}
          hang={hanging[index] ?? false}
        />
      ))}
    </div>
  )
}

function TurnRow({
  page,
  claims,
  seen,
  said,
  level,
  row,
  marks,
  hang,
}: Shared & { row: PlacedRow; marks: readonly ClaimMark[]; hang: boolean }) {
  return (
    <div className="row">
      <p
        className="said"
        dir={page.interview.direction === 'rtl' ? 'rtl' : undefined}
        data-w={row.firstWord > 0 ? row.firstWord : undefined}
      >
        <MarkedText
          segments={segmentsOf(row.text, marks, row.start, row.end)}
          claims={claims}
          seen={seen}
          href={(number) => `#claim-${number}`}
        />
      </p>
      {hasNotes(row) ? (
        <div className={hang ? 'notes hang' : 'notes'} lang="en">
          {row.claims.map((claim) => (
            <ClaimNote
              key={claim.number}
              page={page}
              claim={claim}
              said={said.get(claim.number)}
              level={level}
            />
          ))}
          {row.background.map((note) => (
            <Background key={note.title} {...note} level={level} />
          ))}
        </div>
      ) : null}
    </div>
  )
}

function Background({ title, html, level }: { title: string; html: string; level: 3 | 4 }) {
  const Heading = `h${level}` as const
  return (
    <aside className="background" aria-label={`Background: ${title}`}>
      <p className="background-label">Background</p>
      <Heading>{title}</Heading>
      <Html className="prose" html={html} />
    </aside>
  )
}
