import 'server-only'
import { createHash } from 'node:crypto'
import { BODY_ENCODING, BODY_LENGTH } from '@/platform/response-framing'
import { type Coding, chooseCoding, encode } from '@/publishing/encodings'
import { Joined } from '@/publishing/joined'
import { KeptBytes } from '@/publishing/kept-bytes'
import { FOR_EVER, FRAMED_POLICY, OPEN, policyWithFrame, publicHeaders } from '@/publishing/public-headers'

/**
 * Public answers as bytes: made once for a key, compressed once for each coding, kept in this process, and the same for
 * everybody who asks. Decision record 0005.
 */

export type PublicBody = {
  status: number
  type: string
  /** Bytes are sent as they are (a font is compressed already), text in the coding that the reader likes best. */
  body: string | Buffer
  /** Origin of the one player that the page may frame, where its recording is somebody else's. */
  frame?: string | undefined
  /** True where the address names these very bytes, so that they may be kept for ever. */
  immutable?: boolean
  /** True for data that scripts of other sites may read. Nothing here depends on who asks, so nobody's rights are lent. */
  open?: boolean
  /** Where a list goes on and what describes it, as the Link header says it (RFC 8288). */
  link?: string
  /** True for a page that other sites may show in a frame: it must hold nothing that a click could do on a reader's behalf. */
  framed?: boolean
}

export type PublicRequest = {
  /** Names these bytes: what they are and every publication and setting they are made of. */
  key: string
  /** Makes the body; asked only where the bytes are not kept. */
  make: () => Promise<PublicBody>
  /**
   * True where readers choose the address themselves (a search), so that no flood of them drives the pages out of the store.
   * What is no page at all goes there in any case: there are as many addresses of nothing as anybody cares to write.
   */
  chosen?: boolean
}

type Made = Omit<PublicBody, 'body'> & { hash: string; bytes: Buffer; compress: boolean }

type Stores = { made: KeptBytes<Made>; coded: KeptBytes<Buffer> }
const pages: Stores = { made: new KeptBytes<Made>(96_000_000), coded: new KeptBytes<Buffer>(64_000_000) }
const chosenPages: Stores = { made: new KeptBytes(12_000_000), coded: new KeptBytes(4_000_000) }
const making = new Joined<Made>()

/** Components change under a running development server, so nothing is kept there. */
const keeps = process.env.NODE_ENV !== 'development'

/**
 * Answers a GET or HEAD with the body's bytes, or with 304 where the reader has them. Strong validators, one a coding.
 * A body with a status other than 200 is kept and compressed alike, but always sent whole.
 */
export async function publicResponse(
  request: Request,
  { key, make, chosen = false }: PublicRequest,
): Promise<Response> {
  const storesOf = (status: number) => (chosen || status !== 200 ? chosenPages : pages)
  const page = await madeOnce(key, make, storesOf)
  const coding = page.compress ? chooseCoding(request.headers.get('accept-encoding')) : 'identity'
  const etag = `"${page.hash}${coding === 'identity' ? '' : `-${coding}`}"`
  const headers = publicHeaders(page.status)
  headers.set('ETag', etag)
  if (page.frame) headers.set('Content-Security-Policy', policyWithFrame(page.frame))
  if (page.framed) headers.set('Content-Security-Policy', FRAMED_POLICY)
  if (page.open || page.framed) for (const [name, value] of OPEN) headers.set(name, value)
  if (page.immutable) headers.set('Cache-Control', FOR_EVER)
  if (page.link) headers.set('Link', page.link)
  if (page.status === 200 && matches(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers })
  }
  const bytes = await inCoding(storesOf(page.status).coded, page, coding)
  headers.set('Content-Type', page.type)
  headers.set(BODY_LENGTH, String(bytes.length))
  if (coding !== 'identity') headers.set(BODY_ENCODING, coding)
  return new Response(new Uint8Array(bytes), { status: page.status, headers })
}

async function madeOnce(
  key: string,
  make: () => Promise<PublicBody>,
  storeOf: (status: number) => Stores,
): Promise<Made> {
  const kept = pages.made.get(key) ?? chosenPages.made.get(key)
  if (kept && keeps) return kept
  return making.ask(key, async () => {
    const { body, ...rest } = await make()
    const compress = typeof body === 'string'
    const bytes = compress ? Buffer.from(body) : body
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 27)
    const page = { ...rest, hash, bytes, compress }
    storeOf(page.status).made.set(key, page, bytes.length)
    return page
  })
}

async function inCoding(coded: KeptBytes<Buffer>, page: Made, coding: Coding): Promise<Buffer> {
  if (coding === 'identity') return page.bytes
  const key = `${page.hash} ${coding}`
  const kept = coded.get(key)
  if (kept) return kept
  const bytes = await encode(page.bytes, coding)
  coded.set(key, bytes, bytes.length)
  return bytes
}

/** If-None-Match by weak comparison (RFC 9110, 13.1.2): proxies that recompress weaken validators. */
function matches(header: string | null, etag: string): boolean {
  if (!header) return false
  return header.split(',').some((each) => {
    const candidate = each.trim().replace(/^W\//, '')
    return candidate === '*' || candidate === etag
  })
}
