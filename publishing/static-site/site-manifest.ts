import { z } from 'zod'

/** What an export wrote, kept in its folder: the next one asks only for what changed since. */

const entrySchema = z.object({
  file: z.string(),
  url: z.string(),
  /** Validator of the answer that it was made of. */
  etag: z.string(),
  type: z.string(),
  /** Keys of what it links to, and where they were then: another place makes another file. */
  links: z.array(z.string()),
  placed: z.string(),
  /** SHA-256 of the file's bytes. */
  hash: z.string(),
})
export type SiteEntry = z.infer<typeof entrySchema>

export const siteManifestSchema = z.object({
  v: z.literal(1),
  origin: z.string(),
  entries: z.record(z.string(), entrySchema),
})
export type SiteManifest = z.infer<typeof siteManifestSchema>

export const MANIFEST = '.claimline-export.json'
/** Answers of an export that is under way, or was broken off. */
export const STAGING = '.claimline-export'
