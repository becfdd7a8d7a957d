/** Small transcripts, all invented, one of each kind that can be loaded. */

export const VOICES = `WEBVTT

1
00:00:01.000 --> 00:00:04.000
<v Orla Finch>Good evening, and welcome to the harbour.

2
00:00:04.500 --> 00:00:08.000
<v Tam Brook>We caught four thousand herring in one night.

3
00:00:08.200 --> 00:00:09.500
<v Orla Finch>Did anybody count them?
`

const LINES = [
  'the tide came early',
  'and nobody was ready',
  'so the boats stayed in',
  'and the gulls had breakfast',
  'on the long pier',
  'until half past nine',
]

/** `mm:ss.mmm` within the first hour. */
function clock(ms: number): string {
  return `00:00:${String(Math.floor(ms / 1000)).padStart(2, '0')}.${String(ms % 1000).padStart(3, '0')}`
}

/** A line as automatic captions time it: its first word by the cue, each other word by a tag before it. */
function timedLine(line: string, startMs: number): string {
  const [first = '', ...rest] = line.split(' ')
  return first + rest.map((word, index) => `<${clock(startMs + (index + 1) * 300)}><c> ${word}</c>`).join('')
}

const CAPTIONS_HEAD = 'WEBVTT\nKind: captions\nLanguage: en\n\n'
const cue = (from: number, to: number, ...lines: string[]) =>
  `${clock(from)} --> ${clock(to)} align:start position:0%\n${lines.join('\n')}\n`

/** Automatic captions, each line once. */
export const CAPTIONS_ONCE =
  CAPTIONS_HEAD +
  LINES.map((line, index) => cue(index * 2000, index * 2000 + 2000, timedLine(line, index * 2000))).join('\n')

/** The same words in the rolling form: each line stands in several cues. */
export const CAPTIONS_ROLLING =
  CAPTIONS_HEAD +
  LINES.flatMap((line, index) => {
    const from = index * 2000
    const before = LINES[index - 1] ?? ' '
    return [cue(from, from + 1990, before, timedLine(line, from)), cue(from + 1990, from + 2000, line, ' ')]
  }).join('\n')

export const SRT = `1
00:00:01,000 --> 00:00:03,000
Orla: The lamp was lit at six.

2
00:00:03,500 --> 00:00:06,000
Tam: It was never lit at all.

3
00:00:06,500 --> 00:00:08,000
Orla: So you say.

4
00:00:08,500 --> 00:00:09,000
Tam: I do.
`

export const WHISPER = JSON.stringify({
  language: 'en',
  text: 'The council met twice. It agreed on nothing.',
  segments: [
    { id: 0, start: 0, end: 2.4, text: ' The council met twice.' },
    { id: 1, start: 2.4, end: 4.8, text: ' It agreed on nothing.' },
  ],
})

export const PRESS = `ORLA FINCH, HOST: Welcome back to the programme. It is late.

TAM BROOK: Thank you. I said this to the board: we will not sell the pier.

FINCH: Not even half of it?

BROOK: Not a plank.

FINCH: (Laughs.) We shall see.

BROOK: You will.
`

export const PRESS_TIMED = `[00:05] Orla Finch: Shall we begin?
[00:08] Tam Brook: The lighthouse is two hundred years old.
[00:15] Orla Finch: Is it?
[00:17] Tam Brook: Give or take.
`
