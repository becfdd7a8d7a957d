import 'server-only'
import { z } from 'zod'
import { canFlag } from '@/claims/policy'
import { decodePage } from '@/claims/sources/decode-page'
import { fileFacts } from '@/claims/sources/file-facts'
import { type PageFacts, pageFacts } from '@/claims/sources/page-facts'
import { countPageRead } from '@/newsroom/page-reads'
import type { Actor } from '@/newsroom/roles'
import { parseInput } from '@/platform/command'
import { Forbidden, Invalid } from '@/platform/errors'
import { fetchPublic } from '@/platform/public-fetch/fetch-public'
import type { Wire } from '@/platform/public-fetch/wire'

const inputSchema = z.object({ url: z.string().max(2000, 'At most 2000 characters.') })

/** Where the page was found in the end, and what it says of itself. */
export type PageRead = PageFacts & { url: string }

/**
 * Reads what a page of the public web says of itself, for the form of a source. Nothing is stored.
 * @param wire only tests give one.
 * @throws Invalid with a sentence where it cannot be read, RateLimited where this member asks too often.
 */
export async function readPage(actor: Actor, input: unknown, wire?: Wire): Promise<PageRead> {
  const decision = canFlag(actor)
  if (!decision.allowed) throw new Forbidden(decision.reason)
  const { url } = parseInput(inputSchema, input)
  await countPageRead(actor.id)
  const answer = await fetchPublic(url, { reads: isPage, ...(wire ? { wire } : {}) })
  const facts = isPage(answer.mime)
    ? pageFacts(decodePage(answer.bytes, answer.contentType), answer.url, answer)
    : fileFacts(answer)
  if (!facts) {
    const what = answer.mime ? `This (${answer.mime})` : 'What is there'
    throw new Invalid(`${what} is not a page we can read.`, { url: `${what} is not a page we can read.` })
  }
  return { ...facts, url: answer.url.href }
}

function isPage(mime: string): boolean {
  return /^(text\/html|application\/xhtml\+xml|text\/xml|application\/xml)$/.test(mime)
}
