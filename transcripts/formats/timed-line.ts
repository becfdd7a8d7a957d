/** A line with a time in it: the time, a name if the line's form has one, and the text behind both. */
export type TimedLine = { startMs: number; endMs: number | null; name?: string; rest: string }

// h:mm:ss, mm:ss, either with a fraction (or frames, which are left out). Minutes may pass 59 where no hour is written.
const TIME = String.raw`(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?:[.,](\d{1,3})|[:;]\d\d)?`
const RANGE = String.raw`${TIME}(?:\s*(?:-->|–|—|-|to)\s*${TIME})?`
const BRACKETED = new RegExp(String.raw`^[\s*_>]*[[(<]\s*${RANGE}\s*[\])>][*_]*\s*[-–—:]?[ \t]*`)
const AT = new RegExp(String.raw`^\s*@\s?${TIME}(?=\s|$)[ \t]*`)
const ALONE = new RegExp(String.raw`^[\s*_]*${RANGE}[*_\s]*:?\s*$`)
// A bare time needs a tab, two spaces or a dash behind it: "9:00 P.M. EDT" and "10:30 we left" are no times of a recording.
const BARE = new RegExp(String.raw`^\s*${RANGE}(?:[ ]?\t[ \t]*|[ ]{2,}|[ ]?[-–—|][ ]+)(?=\S)`)
const BARE_LONG = new RegExp(String.raw`^\s*(?=\d{1,3}:\d\d:\d\d)${TIME}[ ]+(?=\S)`)
const LOOSE = new RegExp(String.raw`^\s*${TIME}[ ]+(?=\S)`)
const NAME_FIRST = new RegExp(
  String.raw`^[\s*_#>-]*([^\n:[\](){}]{1,60}?)[*_:]*\s*(?:[[(]\s*${TIME}\s*[\])]|(?:[ ]{2,}|\t+|[ ]?[|·•][ ]?)${TIME}(?=\s*:?\s*$))[*_]*\s*:?[*_]*\s*`,
)

const FORMS = [BRACKETED, AT, ALONE, BARE, BARE_LONG]

/** Whether most lines begin with a bare time and one space: then that is a time of the recording, not of the day. */
export function hasBareTimes(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '')
  const bare = written.filter(
    (line) => LOOSE.test(line.slice(0, 60)) && !/^\s*[\d:.]+\s+[ap]\.?\s?m\b/i.test(line.slice(0, 60)),
  )
  return bare.length >= 2 && bare.length * 2 >= written.length
}

/**
 * Reads one line of a timed text, or null if it holds no time of the recording. A speaker's label behind the time
 * (`[00:12] Anna: …`) is left in `rest`: whether it is one, the whole file decides. `loose` also takes `0:05 text`.
 */
export function readTimedLine(line: string, loose = false): TimedLine | null {
  const head = line.slice(0, 200)
  if (!/\d:[0-5]\d/.test(head)) return null
  for (const form of loose ? [...FORMS, LOOSE] : FORMS) {
    const match = form.exec(head)
    if (!match) continue
    const rest = line.slice(match[0].length)
    if (form !== BRACKETED && /^\s*[ap]\.?\s?m\b/i.test(rest)) return null
    const startMs = timeOf(match, 1)
    if (startMs === null) continue
    return { startMs, endMs: timeOf(match, 5), rest: rest.trim() }
  }
  const named = NAME_FIRST.exec(head)
  const name = named?.[1]?.replace(/[*_]+/g, '').trim()
  if (
    !named ||
    !name ||
    !/^\p{L}/u.test(name) ||
    name.split(/\s+/).length > 5 ||
    /[.?!]\s/.test(name.replace(/\b(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|St|[A-Z])\./g, ''))
  )
    return null
  const startMs = timeOf(named, 2) ?? timeOf(named, 6)
  return startMs === null ? null : { startMs, endMs: null, name, rest: line.slice(named[0].length).trim() }
}

/** Milliseconds from four groups of a match (hours, minutes, seconds, fraction), or null where they are not set. */
function timeOf(match: RegExpExecArray, at: number): number | null {
  const [hours, minutes, seconds, fraction] = [match[at], match[at + 1], match[at + 2], match[at + 3]]
  if (minutes === undefined || seconds === undefined) return null
  if (hours !== undefined && Number(minutes) > 59) return null
  const milliseconds = fraction === undefined ? 0 : Number(fraction.padEnd(3, '0'))
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + milliseconds
}
