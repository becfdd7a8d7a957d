import { decodeHTML } from 'entities'
import type { CheckedEvidence, CheckedReply } from '@/claims/checked-claim'
import {
  APPEARANCE_LABELS,
  BASIS_LABELS,
  CHALLENGE_LABELS,
  EVIDENCE_KIND_LABELS,
  PART_LABELS,
  REPLY_LABELS,
  STANCE_LABELS,
} from '@/claims/words-of-the-trade'
import type { PageSnapshot, SnapshotClaim, SnapshotTurn } from '@/publishing/snapshot-schema'
import { formatTimestamp } from '@/transcripts/timestamp'

/**
 * A publication as lists of named texts, so that two can be compared whatever they hold. Everything that readers can see has a
 * field; what cannot be read as words (a file, the seconds of words) is compared whole.
 */

/** `whole` fields are told to have changed, and not how. Empty texts have no field. */
export type FlatField = { name: string; text: string; whole?: true }
/** `key` tells entries of one section apart; `title` says to people which it is. */
export type FlatEntry = { key: string; title: string; fields: FlatField[] }

export const SECTIONS = [
  'page',
  'media',
  'people',
  'chapters',
  'transcript',
  'claims',
  'background',
  'told',
] as const
export type SectionName = (typeof SECTIONS)[number]
export type FlatPage = Record<SectionName, FlatEntry[]>

/** @param turnKeys a key for each turn, where two pages call the same turn the same; its id by default. */
export function flatPage(page: PageSnapshot, turnKeys = page.turns.map(({ id }) => id)): FlatPage {
  const keyOf = (turn: number) => turnKeys[turn] ?? ''
  return {
    page: [headline(page)],
    media: [...picture(page), ...recording(page)],
    people: numbered(
      page.participants.map(({ slug, name, affiliation, description, part }) => ({
        key: slug ?? name,
        title: name,
        fields: fieldsOf(
          ['Name', name],
          ['Part', PART_LABELS[part]],
          ['Affiliation', affiliation],
          ['Description', description],
          ['Page', slug ?? '', 'whole'],
        ),
      })),
    ),
    chapters: numbered(
      page.chapters.map(({ turn, title }) => ({
        key: keyOf(turn),
        title: `Chapter at ${placeOf(page, turn)}`,
        fields: fieldsOf(['Title', title]),
      })),
    ),
    transcript: page.turns.map((turn, index) => turnEntry(page, turn, keyOf(index))),
    claims: page.claims
      .map((claim) => claimEntry(claim, keyOf))
      .sort((a, b) => Number(a.key) - Number(b.key)),
    background: numbered(
      page.background.map(({ turn, title, html }) => ({
        key: keyOf(turn),
        title: `Note at ${placeOf(page, turn)}`,
        fields: fieldsOf(['Title', title], ...htmlFields('Note', html)),
      })),
    ),
    told: numbered(
      page.changes.toReversed().map(({ kind, wrong, note, claimNumber, at, publication }) => ({
        key: `${publication}`,
        title: `${kind[0]?.toUpperCase()}${kind.slice(1)} with publication ${publication}`,
        fields: fieldsOf(
          ['Kind', kind],
          ['About', claimNumber === null ? 'The page as a whole' : `Claim ${claimNumber}`],
          ['What was wrong', wrong],
          ['What readers are told', note],
          ['When', at, 'whole'],
        ),
      })),
    ),
  }
}

type Given = readonly [name: string, text: string, whole?: 'whole']

function fieldsOf(...given: readonly Given[]): FlatField[] {
  return given
    .filter(([, text]) => text !== '')
    .map(([name, text, whole]) => ({ name, text, ...(whole ? { whole: true } : {}) }))
}

/** Makes keys differ: the second of one key is another entry. */
function numbered(entries: readonly FlatEntry[]): FlatEntry[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const count = (seen.get(entry.key) ?? 0) + 1
    seen.set(entry.key, count)
    return count === 1 ? entry : { ...entry, key: `${entry.key} ${count}` }
  })
}

function headline({ interview, site }: PageSnapshot): FlatEntry {
  return {
    key: 'headline',
    title: 'Headline and facts',
    fields: fieldsOf(
      ['Headline', interview.title],
      ['Standfirst', interview.standfirst],
      ['Dateline', interview.dateline],
      ['By', interview.bylines.join('\n')],
      ['Contributors', interview.contributors.join('\n')],
      ['Date', interview.happenedOn ?? ''],
      ['Place', interview.place],
      ['Platform', interview.platform],
      [
        'Language',
        `${interview.language}, ${interview.direction === 'rtl' ? 'right to left' : 'left to right'}`,
      ],
      ['Address', interview.slug],
      ['Newsroom', `${site.name}\n${site.timeZone}`],
    ),
  }
}

function picture({ interview: { picture } }: PageSnapshot): FlatEntry[] {
  if (!picture) return []
  const { fileHash, mime, width, height, alt, caption, credit } = picture
  return [
    {
      key: 'picture',
      title: 'Picture',
      fields: fieldsOf(
        ['File', `${fileHash} ${mime} ${width} ${height}`, 'whole'],
        ['Description', alt],
        ['Caption', caption],
        ['Credit', credit],
      ),
    },
  ]
}

function recording({ interview: { recording } }: PageSnapshot): FlatEntry[] {
  if (!recording) return []
  const { fileHash, url, mime, durationMs, embed } = recording
  return [
    {
      key: 'recording',
      title: 'Recording',
      fields: fieldsOf(
        ['File', fileHash ? `${fileHash} ${mime}` : '', 'whole'],
        ['Kind', mime],
        ['Address', url ?? ''],
        ['Player', embed ? `${embed.provider} ${embed.id}` : ''],
        ['Length', durationMs === null ? '' : timeOf(durationMs)],
      ),
    },
  ]
}

function turnEntry(page: PageSnapshot, turn: SnapshotTurn, key: string): FlatEntry {
  const { text, startMs, endMs, wordStarts, wordEnds } = turn
  const speaker = turn.participant === null ? '' : (page.participants[turn.participant]?.name ?? '')
  return {
    key,
    title: [speaker || 'Unknown speaker', startMs === null ? '' : formatTimestamp(startMs)]
      .filter(Boolean)
      .join(', '),
    fields: fieldsOf(
      ['Speaker', speaker],
      ['Words', text],
      [
        'Seconds',
        `${startMs ?? ''} ${endMs ?? ''} ${wordStarts.join(' ')} ${wordEnds.join(' ')}`.trim(),
        'whole',
      ],
    ),
  }
}

function claimEntry(claim: SnapshotClaim, keyOf: (turn: number) => string): FlatEntry {
  const { number, place, verdict, speaker, challenge, appearance } = claim
  return {
    key: `${number}`,
    title: `Claim ${number}`,
    fields: fieldsOf(
      ['Verdict', verdict.label],
      ['What the verdict means', verdict.definition],
      [
        'How the verdict is shown',
        [verdict.key, verdict.icon, verdict.colour, verdict.ratingValue, verdict.rates].join(' '),
        'whole',
      ],
      ['What is checked', claim.claimReviewed],
      ['What was said', claim.quote],
      [
        'Which words',
        place
          ? `${keyOf(place.firstTurn)} ${place.firstWord} ${keyOf(place.lastTurn)} ${place.lastWord}`
          : '',
        'whole',
      ],
      ['Words around it', `${claim.prefix} … ${claim.suffix}`, 'whole'],
      [
        'Seconds',
        [claim.startMs, claim.endMs].flatMap((ms) => (ms === null ? [] : [timeOf(ms)])).join(' to '),
      ],
      ['Who said it', [speaker.name, speaker.affiliation].filter(Boolean).join(', ')],
      ['Page of the speaker', speaker.personSlug ?? '', 'whole'],
      [
        'Made elsewhere',
        appearance
          ? lines(
              APPEARANCE_LABELS[appearance.kind],
              appearance.title,
              appearance.url,
              appearance.archivedUrl,
              appearance.on,
            )
          : '',
      ],
      ...htmlFields('Explanation', claim.explanationHtml),
      ['Challenged', CHALLENGE_LABELS[challenge.kind]],
      [
        'Which reply challenged it',
        challenge.turn === null && challenge.ms === null
          ? ''
          : `${challenge.turn === null ? '' : keyOf(challenge.turn)} ${challenge.ms ?? ''}`,
        'whole',
      ],
      ...labelled('Source', claim.evidence, sourceText),
      ...labelled('Right of reply', claim.replies, replyText),
      ['Topics', claim.topics.map(({ name, slug }) => `${name} (${slug})`).join('\n')],
      ['Shared check', claim.checkId ?? '', 'whole'],
      ['When it was agreed', claim.checkedAt, 'whole'],
    ),
  }
}

/** One field each, numbered where there are several. */
function labelled<T>(name: string, items: readonly T[], text: (item: T) => string): Given[] {
  return items.map((item, index) => [items.length === 1 ? name : `${name} ${index + 1}`, text(item)])
}

function sourceText(item: CheckedEvidence): string {
  const { expert } = item
  return lines(
    `${EVIDENCE_KIND_LABELS[item.kind]}: ${STANCE_LABELS[item.stance]}${item.primary ? ', primary source' : ''}`,
    item.title,
    item.publisher,
    expert &&
      lines(expert.name, expert.affiliation, expert.description, expert.basis && BASIS_LABELS[expert.basis]),
    item.quote && `“${item.quote}”`,
    item.url,
    item.archivedUrl && `Archived: ${item.archivedUrl}`,
    item.publishedOn && `Published ${item.publishedOn}`,
    item.accessedOn && `Read ${item.accessedOn}`,
  )
}

function replyText(reply: CheckedReply): string {
  return lines(
    `${reply.asked}: ${REPLY_LABELS[reply.outcome]}`,
    reply.answer,
    `Asked ${reply.askedAt}`,
    reply.deadline && `Until ${reply.deadline}`,
    reply.answeredAt && `Answered ${reply.answeredAt}`,
  )
}

const lines = (...given: readonly (string | null)[]) => given.filter(Boolean).join('\n')

/** Milliseconds as people read them, none of them lost: `1:02:03.400`. */
const timeOf = (ms: number) => `${formatTimestamp(ms)}.${String(ms % 1000).padStart(3, '0')}`

function placeOf({ turns }: PageSnapshot, turn: number): string {
  const startMs = turns[turn]?.startMs
  return typeof startMs === 'number' ? formatTimestamp(startMs) : `turn ${turn + 1}`
}

/** The words of our own HTML with the addresses of its links, and apart from them how they are set. */
function htmlFields(name: string, html: string): Given[] {
  const text = html
    .replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs, '$2 ($1)')
    .replace(/<li[^>]*>/g, '\n• ')
    .replace(/<\/(p|ul|ol|blockquote|h\d)>|<br[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '')
  return [
    [name, decodeHTML(text).trim()],
    [`${name}, how it is set`, (html.match(/<[^>]+>/g) ?? []).join(''), 'whole'],
  ]
}
