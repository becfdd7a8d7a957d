import type { EvidenceKind } from '@/claims/words-of-the-trade'

/** What a page's JSON-LD (schema.org) says of the work that the page is. Texts as they stand there. */
export type StructuredFacts = {
  title: string
  publisher: string
  author: string
  published: string
  description: string
  kind: EvidenceKind | null
  isArticle: boolean
}

type Node = Record<string, unknown>

const KINDS: Record<string, EvidenceKind> = {
  Dataset: 'dataset',
  DataCatalog: 'dataset',
  Report: 'report',
  ScholarlyArticle: 'report',
  MedicalScholarlyArticle: 'report',
  TechArticle: 'report',
  Legislation: 'document',
  DigitalDocument: 'document',
  SocialMediaPosting: 'post',
  DiscussionForumPosting: 'post',
  BlogPosting: 'post',
  VideoObject: 'recording',
  AudioObject: 'recording',
  PodcastEpisode: 'recording',
  RadioEpisode: 'recording',
}
const ARTICLES = /Article$|^(LiveBlogPosting|Report|AnalysisNewsArticle)$/
const MOST_NODES = 2000

/** Finds the node that stands for the page's own work; what cannot be read is passed over. */
export function structuredFacts(scripts: readonly string[]): StructuredFacts {
  const nodes = scripts.flatMap((script) => nodesOf(parsed(script)))
  const work =
    nodes.find((node) => typesOf(node).some((type) => type in KINDS || ARTICLES.test(type))) ??
    nodes.find((node) => text(node.headline) !== '' && text(node.datePublished) !== '')
  if (!work)
    return {
      title: '',
      publisher: '',
      author: '',
      published: '',
      description: '',
      kind: null,
      isArticle: false,
    }
  const types = typesOf(work)
  return {
    title: text(work.headline) || text(work.name),
    publisher: nameOf(work.publisher, nodes) || nameOf(work.provider, nodes),
    author: nameOf(work.author ?? work.creator, nodes),
    published: text(work.datePublished) || text(work.uploadDate) || text(work.dateCreated),
    description: text(work.description),
    kind: types.map((type) => KINDS[type]).find((kind) => kind !== undefined) ?? null,
    isArticle: types.some((type) => ARTICLES.test(type)),
  }
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script.trim().replace(/^<!--|-->$|^\/\*<!\[CDATA\[\*\/|\/\*\]\]>\*\/$/g, ''))
  } catch {
    return null // pages carry broken JSON-LD; then it says nothing
  }
}

/** The nodes of a document: itself, lists, `@graph`, and what a page says is its main thing. */
function nodesOf(value: unknown): Node[] {
  const found: Node[] = []
  const left: unknown[] = [value]
  for (let read = 0; left.length > 0 && read < MOST_NODES; read += 1) {
    const next = left.shift()
    if (Array.isArray(next)) left.push(...next.slice(0, MOST_NODES))
    else if (isNode(next)) {
      found.push(next)
      left.push(next['@graph'], next.mainEntity, isNode(next.mainEntityOfPage) ? next.mainEntityOfPage : null)
    }
  }
  return found
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf(node: Node): string[] {
  const type = node['@type']
  const all = Array.isArray(type) ? type : [type]
  return all
    .filter((one) => typeof one === 'string')
    .map((one) => one.replace(/^(https?:\/\/schema\.org\/|schema:)/, ''))
}

/** A name out of what stands for somebody: a text, a node, a list of either, or a reference to a node elsewhere. */
function nameOf(value: unknown, nodes: readonly Node[], depth = 0): string {
  if (depth > 3) return ''
  if (typeof value === 'string') return /^https?:\/\//.test(value) ? '' : value
  if (Array.isArray(value))
    return value
      .slice(0, 3)
      .map((one) => nameOf(one, nodes, depth + 1))
      .filter(Boolean)
      .join(', ')
  if (!isNode(value)) return ''
  const own = text(value.name) || text(value.legalName)
  const id = value['@id']
  const referred =
    own === '' && typeof id === 'string' ? nodes.find((node) => node !== value && node['@id'] === id) : null
  return own || (referred ? nameOf(referred, nodes, depth + 1) : '')
}

/** @param depth lists within lists have an end: a page may nest them as deep as it is long. */
function text(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value.trim()
  if (depth > 3) return ''
  if (Array.isArray(value)) return text(value[0], depth + 1)
  return isNode(value) ? text(value['@value'], depth + 1) : ''
}
