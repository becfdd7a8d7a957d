import {
  annotationsPath,
  claimPath,
  pagePath,
  recordingPath,
  transcriptTextPath,
} from '@/publishing/addresses'
import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'
import { claimPositions, type TextPosition, transcriptText } from '@/publishing/transcript-text'
import { watchAddress } from '@/transcripts/embed'

/**
 * The checks of an interview as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), so that any reader of those can
 * lay them over the page, the plain transcript and the recording.
 */

export const ANNOTATION_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
/** Annotations on one page of the collection. */
export const ANNOTATIONS_A_PAGE = 200
/** Letters of context on each side of a quote. */
const CONTEXT_LETTERS = 32

/** The collection with its first page inside, as the model asks of a collection that is fetched. */
export function annotationCollection(page: PageSnapshot, origin: string) {
  const id = `${origin}${annotationsPath(page.interview.slug)}`
  const last = Math.max(0, Math.ceil(page.claims.length / ANNOTATIONS_A_PAGE) - 1)
  const { '@context': _, partOf: __, ...first } = annotationPage(page, origin, 0)
  return {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: `Checked claims: ${page.interview.title}`,
    creator: newsroomOf(page, origin),
    created: page.firstPublishedAt,
    modified: page.publishedAt,
    total: page.claims.length,
    first,
    last: `${id}?page=${last}`,
  }
}

/** One page of the collection, from 0. Empty past the last. */
export function annotationPage(page: PageSnapshot, origin: string, at: number) {
  const id = `${origin}${annotationsPath(page.interview.slug)}`
  const from = at * ANNOTATIONS_A_PAGE
  const text = transcriptText(page)
  const positions = claimPositions(page)
  const items = page.claims
    .slice(from, from + ANNOTATIONS_A_PAGE)
    .map((claim) => annotationOf(page, claim, origin, text, positions.get(claim.number)))
  return {
    '@context': CONTEXT,
    id: `${id}?page=${at}`,
    type: 'AnnotationPage',
    partOf: { id, total: page.claims.length, modified: page.publishedAt },
    startIndex: from,
    ...(at > 0 ? { prev: `${id}?page=${at - 1}` } : {}),
    ...(from + ANNOTATIONS_A_PAGE < page.claims.length ? { next: `${id}?page=${at + 1}` } : {}),
    items,
  }
}

const newsroomOf = (page: PageSnapshot, origin: string) => ({
  id: origin,
  type: 'Organization',
  name: page.site.name,
  homepage: origin,
})

function annotationOf(
  page: PageSnapshot,
  claim: SnapshotClaim,
  origin: string,
  text: string,
  position: TextPosition | undefined,
) {
  const url = `${origin}${claimPath(page.interview.slug, claim.number)}`
  const changed = page.changes.filter(({ claimNumber }) => claimNumber === claim.number).map(({ at }) => at)
  return {
    id: `${url}#annotation`,
    type: 'Annotation',
    motivation: claim.verdict.rates ? 'assessing' : 'commenting',
    creator: newsroomOf(page, origin),
    created: claim.checkedAt,
    modified: [claim.checkedAt, ...changed].reduce((latest, at) => (at > latest ? at : latest)),
    body: [
      {
        type: 'TextualBody',
        purpose: 'classifying',
        format: 'text/plain',
        language: 'en',
        value: claim.verdict.label,
      },
      { type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: claim.claimReviewed },
      ...(claim.explanationHtml
        ? [{ type: 'TextualBody', purpose: 'commenting', format: 'text/html', value: claim.explanationHtml }]
        : []),
      ...claim.topics.map(({ name }) => ({
        type: 'TextualBody',
        purpose: 'tagging',
        format: 'text/plain',
        value: name,
      })),
      { type: 'SpecificResource', purpose: 'linking', source: url },
    ],
    target: targetsOf(page, claim, origin, text, position),
  }
}

/** The same words on the page, in the plain transcript and in the recording; or in what they were said in elsewhere. */
function targetsOf(
  page: PageSnapshot,
  claim: SnapshotClaim,
  origin: string,
  text: string,
  position: TextPosition | undefined,
) {
  const { slug, language } = page.interview
  if (!position) {
    const source = claim.appearance?.url || `${origin}${claimPath(slug, claim.number)}`
    return [
      { type: 'SpecificResource', source, selector: [{ type: 'TextQuoteSelector', exact: claim.quote }] },
    ]
  }
  const quote = {
    type: 'TextQuoteSelector',
    exact: claim.quote,
    ...contextOf(text, claim.quote, position),
  }
  const words = (path: string, format: string, more: object[] = []) => ({
    type: 'SpecificResource',
    source: { id: `${origin}${path}`, type: 'Text', format, language },
    selector: [quote, ...more],
  })
  const recording = recordingOf(page, claim, origin)
  const { start, end } = position
  return [
    words(pagePath(slug), 'text/html'),
    words(transcriptTextPath(slug), 'text/plain', [{ type: 'TextPositionSelector', start, end }]),
    ...(recording ? [recording] : []),
  ]
}

function contextOf(text: string, quote: string, { index: at }: TextPosition) {
  const before = [...text.slice(Math.max(0, at - 2 * CONTEXT_LETTERS), at)].slice(-CONTEXT_LETTERS).join('')
  const end = at + quote.length
  const after = [...text.slice(end, end + 2 * CONTEXT_LETTERS)].slice(0, CONTEXT_LETTERS).join('')
  return { prefix: before.toWellFormed(), suffix: after.toWellFormed() }
}

/** The seconds of the recording, as a media fragment (https://www.w3.org/TR/media-frags/). */
function recordingOf(page: PageSnapshot, { startMs, endMs }: SnapshotClaim, origin: string) {
  const { recording, slug } = page.interview
  if (!recording || startMs === null || endMs === null || endMs <= startMs) return null
  const source = recording.embed
    ? watchAddress(recording.embed, 0)
    : recording.fileHash
      ? `${origin}${recordingPath(slug)}`
      : recording.url
  if (!source) return null
  return {
    type: 'SpecificResource',
    source: {
      id: source,
      type: recording.mime.startsWith('video/') ? 'Video' : 'Sound',
      ...(recording.embed ? {} : { format: recording.mime }),
    },
    selector: [
      {
        type: 'FragmentSelector',
        conformsTo: 'http://www.w3.org/TR/media-frags/',
        value: `t=${startMs / 1000},${endMs / 1000}`,
      },
    ],
  }
}
