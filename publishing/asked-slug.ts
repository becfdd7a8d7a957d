/**
 * Whether a text from an address can be a slug or key at all: no longer than anything of ours, and nothing that PostgreSQL
 * cannot hold. What cannot be one is answered as what never was, without asking the database.
 */
export function mayBeSlug(text: string): boolean {
  return text.length <= 200 && !/\p{Cc}/u.test(text)
}
