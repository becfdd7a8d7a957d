import { describe, expect, it } from 'vitest'
import type { ParsedTurn } from '@/transcripts/model'
import { parseTranscript } from '@/transcripts/parse-transcript'
import { onRealFiles } from '@/transcripts/shared-data'
import { countWords } from '@/transcripts/words'
import { captionsOf, lineText } from './captions-of'
import { labelsOf } from './labels'
import type { OutgoingTranscript } from './outgoing'
import { exportFormatById, exportFormats } from './registry'
import { countTurns, whyNot, writeTranscript } from './write-transcript'

/** Words of 300 ms with 100 ms between them, from `startMs` on. */
function turn(speaker: string | null, text: string, startMs: number | null, guess = false): ParsedTurn {
  const times =
    startMs === null ? [] : Array.from({ length: countWords(text) }, (_, nth) => startMs + nth * 400)
  const wordEnds = times.map((time) => time + 300)
  return {
    speaker,
    text,
    startMs: times[0] ?? null,
    endMs: wordEnds.at(-1) ?? null,
    wordStarts: times,
    wordEnds,
    wordEstimated: times.map(() => guess),
  }
}

const transcript = (...turns: ParsedTurn[]): OutgoingTranscript => ({
  title: 'An “evening” with Bo',
  slug: 'evening',
  happenedOn: '2026-03-04',
  place: 'Harbour Hall',
  platform: '',
  language: 'en-GB',
  direction: 'ltr',
  participants: [{ name: 'Ada Quill', part: 'interviewer' }],
  turns,
})
async function written(id: string, ...turns: ParsedTurn[]): Promise<string> {
  const format = exportFormatById(id)
  if (!format) throw new Error(id)
  return new TextDecoder().decode((await writeTranscript(format, transcript(...turns))).bytes)
}

const TALK = [turn('Ada Quill', 'Fish & <b> chips?', 1000), turn(null, 'a --> b', 3_723_000, true)]

describe('files as others read them', () => {
  it('signs that XML cannot hold do not make a file that nobody can open', async () => {
    const ttml = await written('ttml', turn('A\u0001da', 'Fine words \u{1f600}.', 0))
    expect(ttml).toContain('>A\ufffdda<')
    expect(ttml).toContain('Fine words \u{1f600}.')
  })
  it('WebVTT has a voice for each speaker, its signs escaped, and the times of measured words where asked', async () => {
    expect(await written('webvtt', ...TALK)).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<v Ada Quill>Fish &amp; &lt;b&gt; chips?\n\n01:02:03.000 --> 01:02:04.100\na --&gt; b\n',
    )
    expect(await written('webvtt-words', ...TALK)).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<v Ada Quill>Fish <00:00:01.400>&amp; <00:00:01.800>&lt;b&gt; <00:00:02.200>chips?\n\n01:02:03.000 --> 01:02:04.100\na --&gt; b\n',
    )
  })

  it('SRT names who speaks, and writes signs as they are unless they would be read as markup', async () => {
    expect(await written('srt', turn('Bo Marsh', 'Fish & chips', 0), turn('Bo Marsh', 'a <b> c', 5000))).toBe(
      '1\r\n00:00:00,000 --> 00:00:01,100\r\nBo Marsh: Fish & chips\r\n\r\n2\r\n00:00:05,000 --> 00:00:06,100\r\nBo Marsh: a &lt;b&gt; c\r\n',
    )
  })

  it('TTML is XML with agents; text has the time behind the name; podcasts have a word a segment', async () => {
    expect(await written('ttml', ...TALK)).toContain(
      '<p begin="00:00:01.000" end="00:00:02.500" ttm:agent="speaker1">Fish &amp; &lt;b&gt; chips?</p>',
    )
    expect(await written('text-times', ...TALK)).toBe(
      '---\ntitle: "An “evening” with Bo"\ndate: 2026-03-04\nplace: "Harbour Hall"\nlanguage: en-GB\n---\n\nAda Quill [0:00:01]: Fish & <b> chips?\n\nUnknown Speaker [1:02:03]: a --> b\n',
    )
    expect(JSON.parse(await written('podcast-json', ...TALK))).toEqual({
      version: '1.0.0',
      segments: [
        { speaker: 'Ada Quill', startTime: 1, endTime: 1.3, body: 'Fish' },
        { speaker: 'Ada Quill', startTime: 1.4, endTime: 1.7, body: '&' },
        { speaker: 'Ada Quill', startTime: 1.8, endTime: 2.1, body: '<b>' },
        { speaker: 'Ada Quill', startTime: 2.2, endTime: 2.5, body: 'chips?' },
        { speaker: 'Unknown Speaker', startTime: 3723, endTime: 3724.1, body: 'a --> b' },
      ],
    })
  })

  it('hours beyond 99 are written as they are', async () => {
    const late = turn('Bo Marsh', 'Still here.', 400_000_000)
    expect(await written('webvtt', late)).toContain('111:06:40.000 --> 111:06:40.700')
    expect(await written('srt', late)).toContain('111:06:40,000 --> 111:06:40,700')
    const bytes = new TextEncoder().encode(await written('webvtt', late))
    expect(parseTranscript({ bytes, fileName: 'a.vtt' }).cues[0]?.startMs).toBe(400_000_000)
  })

  it('what has no times cannot become captions, and the sentence says what to do', () => {
    const captions = { needsTimes: true }
    const untimed = turn(null, 'Hello.', null)
    expect(whyNot(captions, countTurns({ turns: TALK }))).toBeNull()
    expect(whyNot({ needsTimes: false }, countTurns({ turns: [untimed] }))).toBeNull()
    expect(whyNot(captions, countTurns({ turns: [untimed] }))).toMatch(
      /^This transcript has no times, and captions/,
    )
    expect(whyNot(captions, countTurns({ turns: [...TALK, untimed] }))).toMatch(
      /^One turn of this transcript has no/,
    )
    expect(whyNot(captions, countTurns({ turns: [] }))).toBe('There is no transcript yet.')
  })

  it('labels that no reader of text would know are written nearest to the name, and no two alike', () => {
    const names = ['City Manager/Staff', 'City Manager Staff', 'ann lee', '???', null, 'Ada Quill']
    const labelOf = labelsOf(transcript(...names.map((name) => turn(name, 'Yes.', 0))))
    expect(names.map((name) => labelOf?.(name))).toEqual([
      'City Manager Staff',
      'Speaker 2',
      'Ann Lee',
      'Speaker 4',
      'Unknown Speaker',
      'Ada Quill',
    ])
    expect(labelsOf(transcript(turn(null, 'Yes.', 0)))).toBeNull()
  })
})

describe('captions', () => {
  it('are of two lines that fit a screen, and end where a sentence does', () => {
    const text =
      'We planted nine million trees last year. Nobody else did, and nobody else will do it in the years that are to come, I can tell you.'
    const captions = captionsOf([turn('Bo Marsh', text, 0)])
    expect(captions.map((caption) => caption.lines.map((line) => lineText(caption, line)))).toEqual([
      ['We planted nine million', 'trees last year.'],
      ['Nobody else did, and nobody else will', 'do it in the years that are to come,'],
      ['I can tell you.'],
    ])
  })

  it('end at a pause, however short they are', () => {
    const talk = turn('Bo Marsh', 'Well. No.', 0)
    talk.wordStarts[1] = 5000
    talk.wordEnds[1] = 5300
    expect(captionsOf([talk]).map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 300],
      [5000, 5300],
    ])
  })
})

describe('Claimline JSON', () => {
  const read = async (change: (value: { version: number; turns: ParsedTurn[] }) => void) => {
    const value = JSON.parse(await written('claimline-json', ...TALK))
    change(value)
    return parseTranscript({ bytes: new TextEncoder().encode(JSON.stringify(value)), fileName: 'a.json' })
  }

  it('carries the parts of the participants', async () => {
    expect((await read(() => {})).meta.parts).toEqual([{ speaker: 'Ada Quill', part: 'interviewer' }])
  })

  it('of a newer Claimline is refused with what to do', async () => {
    const { problems, turns } = await read((value) => {
      value.version = 2
    })
    expect(turns).toEqual([])
    expect(problems[0]).toMatchObject({ code: 'newer-version', severity: 'error', path: 'version' })
  })

  it('whose words were changed by hand spreads their times anew and says so', async () => {
    const { problems, turns } = await read((value) => {
      if (value.turns[0]) value.turns[0].text = 'Fish and chips, please?  Now.'
    })
    expect(turns[0]).toMatchObject({
      startMs: 1000,
      endMs: 2500,
      wordEstimated: [true, true, true, true, true],
    })
    expect(turns[0]?.text).toBe('Fish and chips, please? Now.')
    expect(problems).toMatchObject([{ code: 'times-do-not-fit', severity: 'warning', path: 'turns[0]' }])
  })

  it('that is damaged says where', async () => {
    const { problems } = await read((value) => {
      if (value.turns[1]) value.turns[1].startMs = -1
    })
    expect(problems[0]).toMatchObject({ code: 'not-as-written', severity: 'error', path: 'turns[1].startMs' })
  })
})

onRealFiles('real transcripts', (load) => {
  it.each([
    'youtube-vtt/us-debate-2016-09-26.vtt',
    'speaker-turns/fairfax_2026-04-14_structured.json',
    'white-house/hannity-trump-musk-2025-02-18.md',
    'multilingual/arabic_auto_generated.srt',
    'whisper-vtt/lex_192_large.vtt',
  ])('%s leaves in every format it can and comes back word for word', async (file) => {
    const before = parseTranscript({ bytes: load(file), fileName: file })
    const spoken = (turns: readonly ParsedTurn[]) => turns.map((one) => one.text).join(' ')
    const speakers = new Set(before.turns.map((one) => one.speaker)).size
    for (const format of exportFormats) {
      if (whyNot(format, countTurns(before)) !== null) continue
      const { bytes, fileName } = await writeTranscript(format, transcript(...before.turns))
      const after = parseTranscript({ bytes, fileName })
      expect([format.id, after.problems.filter((problem) => problem.severity === 'error')]).toEqual([
        format.id,
        [],
      ])
      expect(spoken(after.turns) === spoken(before.turns), format.id).toBe(true)
      expect(new Set(after.turns.map((one) => one.speaker)).size, format.id).toBe(speakers)
    }
  })
})
