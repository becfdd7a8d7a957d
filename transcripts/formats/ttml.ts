import type { Format, FormatResult, ParsedCue } from './format'
import { ProblemList } from './problem-list'
import { tidyText } from './tidy-text'
import { ratesOf, type TtmlRates, ttmlTime } from './ttml-time'
import { walkMarkup } from './walk-markup'

/** Timed Text (TTML 1 and 2, DFXP, iTT, EBU-TT): `<p begin end ttm:agent>`, speakers by `ttm:agent` and its `ttm:name`. */
export const ttml: Format = {
  id: 'ttml',
  label: 'Timed Text (TTML, DFXP, iTT)',
  extensions: ['ttml', 'dfxp', 'itt', 'xml'],
  detect: ({ head }) => (/<(?:\w+:)?tt[\s>]/.test(head) && /^\s*</.test(head) ? 0.97 : 0),
  parse: ({ text }) => parseTtml(text),
}

/** An open element: where its times begin, who speaks in it, and the cue it fills. */
type Level = { name: string; beginMs: number; endMs: number | null; agent: string | null; cue: Draft | null }
/** `timed`: the paragraph has a time of its own, so that spans in it are only parts of it. */
type Draft = {
  timed: boolean
  startMs: number | null
  endMs: number | null
  agent: string | null
  text: string
}

const NO_SPEECH = new Set(['head', 'metadata', 'styling', 'layout'])

function parseTtml(text: string): FormatResult {
  const problems = new ProblemList()
  const drafts: Draft[] = []
  const names = new Map<string, string>()
  const levels: Level[] = [{ name: '', beginMs: 0, endMs: null, agent: null, cue: null }]
  let rates: TtmlRates = ratesOf({})
  let language: string | undefined
  let title = ''
  let agentId: string | null = null
  const inside = (name: string) => levels.some((level) => level.name === name)

  walkMarkup(
    text,
    true,
    {
      open(qualified, attributes) {
        const name = local(qualified)
        const parent = levels.at(-1)
        if (!parent) return
        if (name === 'tt') {
          rates = ratesOf(attributes)
          language = attributes['xml:lang'] || undefined
        }
        if (name === 'agent') agentId = attributes['xml:id'] ?? attributes.id ?? null
        if (name === 'br' && parent.cue) parent.cue.text += ' '
        const begin = ttmlTime(attributes.begin, rates)
        const end = ttmlTime(attributes.end, rates)
        const dur = ttmlTime(attributes.dur, rates)
        // Times count from the beginning of the element around (TTML 2, 12.2), which nearly always is the recording's.
        const beginMs = parent.beginMs + (begin ?? 0)
        const stated = end === null ? parent.endMs : parent.beginMs + end
        const endMs = dur === null ? stated : Math.min(beginMs + dur, stated ?? Number.POSITIVE_INFINITY)
        const agent = attributes['ttm:agent']?.trim().split(/\s+/)[0] || parent.agent
        let { cue } = parent
        const timedSpan = name === 'span' && begin !== null && !cue?.timed
        if (name === 'p' || timedSpan) {
          const known = begin !== null || parent.beginMs > 0 || timedSpan
          cue = {
            timed: begin !== null,
            startMs: known ? beginMs : null,
            endMs: known ? endMs : null,
            agent,
            text: '',
          }
          drafts.push(cue)
        } else if (name === 'span' && cue && cue.text.trim() === '' && agent !== cue.agent) cue.agent = agent
        levels.push({ name, beginMs, endMs, agent, cue })
      },
      close(qualified) {
        if (local(qualified) === 'agent') agentId = null
        if (levels.length > 1) levels.pop()
      },
      text(part) {
        const level = levels.at(-1)
        if (!level) return
        if (level.name === 'name' && agentId !== null)
          names.set(agentId, `${names.get(agentId) ?? ''}${part}`)
        else if (level.name === 'title') title += part
        else if (level.cue && !NO_SPEECH.has(level.name) && !inside('metadata')) level.cue.text += part
      },
    },
    problems,
  )
  const cues = drafts.flatMap(({ startMs, endMs, agent, text: spoken }): ParsedCue[] => {
    const plain = tidyText(spoken)
    if (plain === '') return []
    return [
      { startMs, endMs, speaker: agent === null ? null : tidyText(names.get(agent) ?? agent), text: plain },
    ]
  })
  const meta: FormatResult['meta'] = {}
  if (language) meta.language = language
  if (tidyText(title) !== '') meta.title = tidyText(title)
  return { cues, meta, problems: problems.list() }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
