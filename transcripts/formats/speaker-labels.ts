/** A label at the start of a line. `label` is as written, `rest` is the text behind it. */
export type Label = { label: string; kind: LabelKind; rest: string; name: string; hasRole: boolean }

/** `question` is `Q`/`A`; `numbered` is `Speaker 1`, `SPEAKER_00`; `other` is a script without capitals. */
export type LabelKind = 'question' | 'numbered' | 'capitals' | 'name' | 'other'

/** One use of a label; `position` counts lines, to know what stands at the beginning. */
export type LabelUse = { label: Label; position: number }

const LONGEST_LABEL = 110
const NUMBERED = /^(?:speaker|spk|spkr|person|voice|participant)[ _-]?(?:\d{1,3}|[A-Z])$/i
const CAPITALS_WORD =
  /^(?:(?:Mc|Mac|De|Di|La|Le|Du|Van|Von|O['’])?[\p{Lu}\d][\p{Lu}\p{M}\d.'’&-]*|of|and|&|-|–)$/u
const NAME_WORD =
  /^(?:["“'‘(]?\p{Lu}[\p{L}\p{M}'’-]*\.?["”'’)]?|\p{Lu}\.(?:\p{Lu}\.)*|(?:de|da|dos|van|von|der|den|del|du|la|le|bin|ibn|al|el|of|the|and|y|und|zu)|\d{1,2})$/u
const NO_CASE = /^[\p{Lo}\p{M}\p{Nd}\s.'’·・-]+$/u
/** How recognisers write that somebody speaks and they do not know who. */
const UNKNOWN = /^(?:unknown|unidentified)$/i
const ROLE = /\s*(?:,\s*\S.*|\([^()]*\)|\[[^[\]]*\])\s*$/su

/** Words that stand before a colon in ordinary text, credits and captions. Lower case. */
const NOT_SPEAKERS = new Set(
  `note notes warning caution update breaking correction example fact facts first second third fourth finally also look
  remember result results reason yes no okay ok well but and so or because here there now then this that these those
  subtitles subtitle subtitled captions caption captioned captioning translation translated translator transcript
  transcription transcribed sync synced edited editor's source sources credit credits directed produced written music
  lyrics chapter part section episode topic title date time place location subject summary ps p.s http https email web
  website phone fax tel contact address read watch listen related photo photos image picture copyright see e.g i.e eg ie
  today tomorrow yesterday tonight monday tuesday wednesday thursday friday saturday sunday one two three four five
  conclusion introduction background context overview agenda item items motion vote kind language style region what why
  how when where who which question answer quote plus minus remarks as or`.split(/\s+/),
)

/**
 * Reads what may be a speaker's label at the start of a line: `THE PRESIDENT:`, `JAKE TAPPER, CNN MODERATOR:`,
 * `**Anna:**`, `Speaker 1:`, `Q` before a gap. Whether it is one, the whole file decides: see `chooseSpeakers`.
 */
export function labelAt(line: string): Label | null {
  const head = line.slice(0, LONGEST_LABEL + 10)
  const question =
    /^\s*(?:\*\*)?(Q|A|Question|Answer)(?:\*\*)?(?:[.:](?:\*\*)?[\s\u00a0]+|[\u00a0\t ]*(?:\t|[\u00a0 ]{2,})|[.:]?$)/.exec(
      head,
    )
  if (question?.[1] && question[1].length === 1) {
    return {
      label: question[1],
      kind: 'question',
      rest: line.slice(question[0].length),
      name: question[1],
      hasRole: false,
    }
  }
  const match = /^[\s>*_[]*([^:：\n]{1,110}?)\s*([\])]?)[*_]*\s*([:：])[*_\])]*(\s+|$)?/u.exec(head)
  if (!match?.[1] || (match[3] === ':' && match[4] === undefined)) return null
  const label = match[1].replace(/[*_]+$/g, '').trim() + (match[2] === ')' ? ')' : '')
  const withoutRole = label.replace(ROLE, '').replace(ROLE, '').trim()
  const hasRole = withoutRole.length < label.length
  const name = withoutRole.replace(/\s+/g, ' ')
  // "Remember, it is simple:" is a sentence; only a full name is followed by a comma and a role.
  if (hasRole && label.includes(',') && !name.includes(' ') && !/^\P{Ll}+$/u.test(name)) return null
  const kind = kindOf(name, hasRole)
  if (kind === null) return null
  return { label: label.replace(/\s+/g, ' '), kind, rest: line.slice(match[0].length), name, hasRole }
}

function kindOf(name: string, hasRole: boolean): LabelKind | null {
  if (name === '' || name.length > (hasRole ? 60 : 50)) return null
  if (NUMBERED.test(name)) return 'numbered'
  const words = name.split(' ')
  if (words.length > 6) return null
  const letters = name.match(/\p{Lu}/gu)?.length ?? 0
  if (letters >= 2 && words.every((word) => CAPITALS_WORD.test(word))) return 'capitals'
  if (words.length <= 5 && /^["“'‘(]?\p{Lu}/u.test(name) && words.every((word) => NAME_WORD.test(word)))
    return 'name'
  if (NO_CASE.test(name) && name.length <= 30 && words.length <= 4) return 'other'
  return null
}

type Options = {
  /** Captions ask for more: one `SUBTITLES:` would speak the whole film, and lines break anywhere, also before `So:`. */
  captions: boolean
  /** The lines of the file, asked for only where it must be known whether a word is an ordinary one. */
  allText: () => string[]
}

type Tally = { label: Label; count: number; first: number }

/**
 * Decides which labels are speakers, and who is the same person: returns a map from label as written to the
 * speaker's name. A sentence with a colon is not a speaker; a speaker is a repeated or an unmistakable label.
 */
export function chooseSpeakers(uses: readonly LabelUse[], options: Options): Map<string, string> {
  const tallies = new Map<string, Tally>()
  for (const { label, position } of uses) {
    const tally = tallies.get(label.name)
    if (tally) {
      tally.count += 1
      if (label.hasRole) tally.label = label
    } else tallies.set(label.name, { label, count: 1, first: position })
  }
  const ordinary = ordinaryWords(options.allText)
  const candidates = [...tallies.values()].filter(({ label }) => !isStopped(label))
  const capitals = candidates.filter(({ label }) => label.kind === 'capitals').length
  const unusual = ({ label, count }: Tally) => label.name.includes(' ') || count >= 8 || !ordinary(label.name)
  const certain = (tally: Tally): boolean => {
    const { label, count, first } = tally
    switch (label.kind) {
      case 'numbered':
        return true
      case 'question':
        return count >= 2
      case 'capitals':
        return count >= 2 || capitals >= 2 || (!options.captions && first < 15)
      case 'name':
        return count >= (options.captions ? 3 : 2) && unusual(tally)
      case 'other':
        return count >= (options.captions ? 5 : 3)
    }
  }
  const accepted = new Set(candidates.filter(certain))
  // Beside certain names a name that speaks once is one too; and where all labels are names and all are rare.
  const named = [...accepted].some(({ label }) => label.kind === 'name')
  const onlyNames =
    candidates.length >= 2 &&
    candidates.some(({ first }) => first < 15) &&
    candidates.every((one) => one.label.kind === 'name' && !ordinary(one.label.name))
  for (const tally of candidates) {
    const { kind, name, hasRole } = tally.label
    if (kind !== 'name') continue
    const full = name.includes(' ') || hasRole || UNKNOWN.test(name) || (!options.captions && !ordinary(name))
    if ((named && full) || onlyNames) accepted.add(tally)
  }
  // One word that comes back now and then is how somebody talks, not who: in captions it must stand at the beginning.
  const only = accepted.size === 1 ? [...accepted][0] : undefined
  if (options.captions && only?.label.kind === 'name' && only.first > 15) return new Map()
  return resolveNames([...accepted], uses)
}

function isStopped({ name, kind }: Label): boolean {
  const lower = name.toLowerCase().replace(/\.$/, '')
  return NOT_SPEAKERS.has(lower) || (/ (?:by|from|of)$/.test(lower) && kind !== 'question')
}

/** Whether a word also stands in lower case in the text: `First:` does, `Sarah:` does not. Built once, if ever. */
function ordinaryWords(allText: () => string[]): (name: string) => boolean {
  let words: Set<string> | undefined
  return (name) => {
    if (!words) {
      words = new Set()
      for (const line of allText())
        for (const match of line.matchAll(/(?<![\p{L}’'])\p{Ll}+/gu)) words.add(match[0])
    }
    return words.has(name.toLowerCase())
  }
}

const TITLE =
  /^(?:MR|MS|MRS|MISS|DR|SEN|SENATOR|GOV|GOVERNOR|REP|CONGRESSMAN|CONGRESSWOMAN|PRESIDENT|VICE PRESIDENT|SECRETARY|GENERAL|JUDGE|THE)\.?\s+/

/** `TAPPER` is `JAKE TAPPER` when exactly one full name ends so. Anything less certain stays as the file has it. */
function resolveNames(accepted: readonly Tally[], uses: readonly LabelUse[]): Map<string, string> {
  const spelling = new Map<string, string>()
  const bySurname = new Map<string, Set<string>>()
  for (const { label } of accepted) {
    const key = label.name.toUpperCase()
    if (!spelling.has(key)) spelling.set(key, label.name)
    const full = key.replace(TITLE, '')
    const surname = full.slice(full.lastIndexOf(' ') + 1)
    if (label.kind === 'question' || label.kind === 'numbered' || surname === full) continue
    const known = bySurname.get(surname)
    if (known) known.add(key)
    else bySurname.set(surname, new Set([key]))
  }
  const nameOf = (name: string): string | undefined => {
    const key = name.toUpperCase()
    if (!spelling.has(key)) return undefined
    const fuller = key.includes(' ') ? undefined : bySurname.get(key)
    const only = fuller?.size === 1 ? [...fuller][0] : undefined
    return spelling.get(only ?? key)
  }
  const names = new Map<string, string>()
  for (const { label } of uses) {
    if (names.has(label.label)) continue
    const name = nameOf(label.name)
    if (name !== undefined) names.set(label.label, name)
  }
  return names
}
