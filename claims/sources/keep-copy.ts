import 'server-only'
import { canEditCheck } from '@/claims/policy'
import { evidenceView, standingOf } from '@/claims/present-claim'
import { removeItemSchema } from '@/claims/schema'
import { copyKind, MOST_COPY_BYTES } from '@/claims/sources/copy-kind'
import { copyName, pageName } from '@/claims/sources/copy-name'
import { type ClaimRecord, loadClaim, loadClaimForChange, recordStandingChange } from '@/claims/store'
import { countPageRead } from '@/newsroom/page-reads'
import type { Actor } from '@/newsroom/roles'
import { now } from '@/platform/clock'
import { command, parseInput } from '@/platform/command'
import { db } from '@/platform/db'
import { Forbidden, Invalid, NotFound, TooLarge } from '@/platform/errors'
import { fetchPublic } from '@/platform/public-fetch/fetch-public'
import type { Wire } from '@/platform/public-fetch/wire'
import { keepFile, openFile } from '@/platform/storage'
import { whileRoom } from '@/transcripts/upload-room'

/** A copy of a source in storage, not yet with its source. */
type KeptCopy = { hash: string; bytes: number; mime: string; name: string; url: string | null }

/** A whole page is longer than what says what it is. */
const PAGE_COPY_LIMITS = { mostBytes: 20_000_000, totalMs: 20_000, connectMs: 4_000 }

/**
 * Keeps a file of the member's own as it arrives; memory stays flat. Refused before the first byte where they may not change
 * the claim, or there is no such source.
 * @throws Forbidden, NotFound, Invalid for a kind that is not kept, TooLarge
 */
export async function keepCopyFile(
  actor: Actor,
  input: unknown,
  source: AsyncIterable<Uint8Array>,
  fileName: string,
): Promise<KeptCopy> {
  await sourceToChange(actor, input)
  return kept(whileRoom(source), fileName, null)
}

/**
 * Fetches the page that a source names, now, and keeps its bytes as they came.
 * @param wire only tests give one.
 * @throws as `keepCopyFile`, and Invalid with a sentence where the page cannot be read.
 */
export async function keepCopyPage(actor: Actor, input: unknown, wire?: Wire): Promise<KeptCopy> {
  const source = await sourceToChange(actor, input)
  if (source.url === '') throw new Invalid('The source has no address. Give it one, or add a file.')
  await countPageRead(actor.id)
  const answer = await fetchPublic(source.url, {
    reads: () => true,
    limits: PAGE_COPY_LIMITS,
    ...(wire ? { wire } : {}),
  })
  if (answer.cut) throw new TooLarge('The page is larger than 20 MB. Save it yourself and add the file.')
  const name = pageName(answer.url, answer.contentDisposition, now())
  return kept(oneChunk(answer.bytes), name, answer.url.href)
}

async function kept(source: AsyncIterable<Uint8Array>, name: string, url: string | null): Promise<KeptCopy> {
  let mime = ''
  const file = await keepFile(source, MOST_COPY_BYTES, async (path) => {
    mime = await copyKind(path)
  })
  return { ...file, mime, url, name: copyName(name, mime) }
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The command that puts a kept copy with its source, in place of one that is there. Readers see neither, so approvals hold. */
export function setCopy({ hash, ...copy }: KeptCopy) {
  return command({
    input: removeItemSchema,
    load: (tx, input) => loadClaimForChange(tx, input.claimId),
    allow: (actor: Actor, { claim }) => canEditCheck(actor, standingOf(claim)),
    run: async (tx, { input, loaded: { claim, revision } }) => {
      const item = sourceOf(claim, input.itemId)
      const { name: copyName, mime: copyMime, bytes: copyBytes, url: copyUrl } = copy
      const data = { copyHash: hash, copyName, copyMime, copyBytes, copyUrl, copyAt: now() }
      await tx.evidence.update({ where: { id: item.id }, data })
      await recordStandingChange(tx, { claim, revision })
      const of = { subject: `Claim ${claim.number}`, interviewId: claim.interviewId, claimId: claim.id }
      const before = { source: item.title, copy: evidenceView(item).copy, hash: item.copyHash }
      return {
        value: claim.id,
        audit: [{ action: 'evidence.copy-kept', ...of, before, after: { source: item.title, copy, hash } }],
      }
    },
  })
}

/** Takes the copy off a source; the trail keeps what it was. Removing one that is gone changes nothing. */
export const removeCopy = command({
  input: removeItemSchema,
  load: (tx, input) => loadClaimForChange(tx, input.claimId),
  allow: (actor: Actor, { claim }) => canEditCheck(actor, standingOf(claim)),
  run: async (tx, { input, loaded: { claim, revision } }) => {
    const item = claim.evidence.find((candidate) => candidate.id === input.itemId)
    const of = { subject: `Claim ${claim.number}`, interviewId: claim.interviewId, claimId: claim.id }
    if (!item?.copyHash)
      return { value: claim.id, audit: [{ action: 'evidence.copy-removal-repeated', ...of }] }
    const none = {
      copyHash: null,
      copyName: null,
      copyMime: null,
      copyBytes: null,
      copyAt: null,
      copyUrl: null,
    }
    await tx.evidence.update({ where: { id: item.id }, data: none })
    await recordStandingChange(tx, { claim, revision })
    const before = { source: item.title, copy: evidenceView(item).copy, hash: item.copyHash }
    return { value: claim.id, audit: [{ action: 'evidence.copy-removed', ...of, before }] }
  },
})

/** A source's copy for the desk; any member may have it. @throws NotFound */
export async function openCopy(input: unknown) {
  const { claimId, itemId } = parseInput(removeItemSchema, input)
  const { copyHash, copyName: name, copyMime: mime } = sourceOf(await loadClaim(db(), claimId), itemId)
  const file = copyHash === null ? null : await openFile(copyHash)
  if (!file || copyHash === null || name === null || mime === null)
    throw new NotFound('No copy of this source is kept here.')
  return { file, hash: copyHash, name, mime }
}

async function sourceToChange(actor: Actor, input: unknown): Promise<ClaimRecord['evidence'][number]> {
  const { claimId, itemId } = parseInput(removeItemSchema, input)
  const claim = await loadClaim(db(), claimId)
  const decision = canEditCheck(actor, standingOf(claim))
  if (!decision.allowed) throw new Forbidden(decision.reason)
  return sourceOf(claim, itemId)
}

function sourceOf(claim: ClaimRecord, itemId: string): ClaimRecord['evidence'][number] {
  const item = claim.evidence.find((candidate) => candidate.id === itemId)
  if (!item) throw new NotFound('The source is no longer there. A colleague may have removed it.')
  return item
}
