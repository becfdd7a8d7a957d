/** Somebody who can be named with `@`. */
export type Nameable = { id: string; name: string; active: boolean }

/** `@` and a name in a text: characters from `start` up to `end`, and all who have that name. */
export type Mention = { start: number; end: number; members: readonly Nameable[] }

/**
 * Who is named with `@` in a text. The longest name that stands there counts, whatever its case and white space, and
 * only where a word ends; an `@` inside an e-mail address names nobody.
 */
export function findMentions(text: string, members: readonly Nameable[]): Mention[] {
  const byName = new Map<string, Nameable[]>()
  for (const member of members) {
    const name = folded(member.name.trim())
    if (name !== '') byName.set(name, [...(byName.get(name) ?? []), member])
  }
  const names = [...byName.keys()].sort((one, other) => other.length - one.length)
  const found: Mention[] = []
  // Once for the whole text: many names and a text of nothing but signs would otherwise hold up everybody.
  const line = folded(text)
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (BEFORE.test(text.slice(Math.max(0, at - 2), at))) continue
    const name = names.find((one) => {
      const end = at + 1 + one.length
      return line.startsWith(one, at + 1) && !LETTER.test(text.slice(end, end + 2))
    })
    if (name !== undefined)
      found.push({ start: at, end: at + 1 + name.length, members: byName.get(name) ?? [] })
  }
  return found
}

/**
 * Whom a text tells, and whom it names although they have left the desk.
 * @param picked members chosen from the list while it was typed: they say which of several of one name is meant.
 */
export function mentioned(
  text: string,
  members: readonly Nameable[],
  picked: readonly string[],
): { told: Nameable[]; gone: Nameable[] } {
  const told = new Map<string, Nameable>()
  const gone = new Map<string, Nameable>()
  for (const { members: named } of findMentions(text, members)) {
    const active = named.filter((member) => member.active)
    const chosen = active.filter((member) => picked.includes(member.id))
    for (const member of chosen.length > 0 ? chosen : active) told.set(member.id, member)
    if (active.length === 0) for (const member of named) gone.set(member.id, member)
  }
  return { told: [...told.values()], gone: [...gone.values()] }
}

const LETTER = /^[\p{L}\p{N}\p{M}]/u
const BEFORE = /[\p{L}\p{N}\p{M}._%+-]$/u

/** One character for each, so that places in a text stay what they are. */
function folded(text: string): string {
  return text
    .split('')
    .map((character) => {
      const small = character.toLowerCase()
      return /\s/.test(character) ? ' ' : small.length === 1 ? small : character
    })
    .join('')
}
