/**
 * Makes the sample's recording and writes the true time of every word into interview.json. See README.md beside this.
 *
 *   npx tsx prisma/sample/make/make-recording.ts
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { interviewSchema } from '../schema'
import { atLevel, foghorn, silence } from './sounds'
import { readEvents, wordTimes } from './word-times'

const RATE = 22_050
const LEAD_IN_MS = 400
const RING_SECONDS = 0.12

const here = fileURLToPath(new URL('.', import.meta.url))
const sampleFolder = join(here, '..')
const voiceSchema = z.object({ voice: z.string(), wordsPerMinute: z.number(), pitch: z.number() })
const directions = z
  .object({
    voices: z.record(z.string(), voiceSchema),
    usualPauseMs: z.number(),
    pauseAfterMs: z.record(z.string(), z.number()),
    foghornAfterTurn: z.number(),
  })
  .parse(JSON.parse(readFileSync(join(here, 'voices.json'), 'utf8')))

/** The text comes without times from a person, so only the text is asked of the file before the times are made. */
const script = z
  .looseObject({
    recording: z.looseObject({ file: z.string() }),
    turns: z.array(z.object({ speaker: z.string(), text: z.string() })),
  })
  .parse(JSON.parse(readFileSync(join(sampleFolder, 'interview.json'), 'utf8')))

const scratch = mkdtempSync(join(tmpdir(), 'sample-recording-'))
try {
  const speak = join(scratch, 'speak')
  execFileSync('gcc', ['-Wall', '-Wextra', '-O2', '-o', speak, join(here, 'speak.c'), '-lespeak-ng'])

  const pieces: Int16Array[] = []
  let position = 0
  const add = (piece: Int16Array) => {
    pieces.push(piece)
    position += piece.length
  }
  const milliseconds = (samples: number) => Math.round((samples * 1000) / RATE)

  add(silence(LEAD_IN_MS, RATE))
  const turns = script.turns.map((turn, index) => {
    const voice = directions.voices[turn.speaker]
    if (!voice) throw new Error(`voices.json has no voice for ${turn.speaker}`)
    const pcm = join(scratch, `${index}.pcm`)
    // A process for each turn: the library keeps state between texts, and a turn must not depend on the one before.
    const lines = execFileSync(speak, [voice.voice, String(voice.wordsPerMinute), String(voice.pitch), pcm], {
      input: turn.text,
      encoding: 'utf8',
    })
    const spoken = readEvents(lines)
    if (spoken.rate !== RATE) throw new Error(`the synthesiser speaks at ${spoken.rate} Hz, not ${RATE}`)
    const bytes = readFileSync(pcm)
    const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
    if (samples.length !== spoken.samples)
      throw new Error(`turn ${index}: audio and events disagree in length`)
    const times = wordTimes(turn.text, spoken)
    const spokenUntil = times.at(-1)?.end ?? 0
    const offset = position
    // The pause that the synthesiser adds is cut, all but the ring of the voice, so that the pause is the one asked for.
    add(atLevel(samples.subarray(0, spokenUntil + Math.round(RING_SECONDS * RATE))))
    if (index === directions.foghornAfterTurn) {
      add(silence(directions.pauseAfterMs[index] ?? 0, RATE))
      add(foghorn(RATE))
    }
    add(silence(directions.pauseAfterMs[index] ?? directions.usualPauseMs, RATE))
    return {
      speaker: turn.speaker,
      text: turn.text,
      wordStarts: times.map((time) => milliseconds(offset + time.start)),
      wordEnds: times.map((time) => milliseconds(offset + time.end)),
    }
  })

  const whole = new Int16Array(position)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  const pcm = join(scratch, 'whole.pcm')
  writeFileSync(pcm, new Uint8Array(whole.buffer))
  const input = ['-f', 's16le', '-ar', String(RATE), '-ac', '1', '-i', pcm]
  // Constant rate, so that a player that seeks by bytes lands where it should; the LAME header tells it the encoder's delay.
  const output = ['-c:a', 'libmp3lame', '-b:a', '48k', '-write_xing', '1', '-id3v2_version', '0']
  const mp3 = join(sampleFolder, script.recording.file)
  execFileSync('ffmpeg', ['-y', '-v', 'error', ...input, ...output, '-map_metadata', '-1', mp3])
  if (process.env.KEEP_PCM) writeFileSync(process.env.KEEP_PCM, new Uint8Array(whole.buffer))

  const recording = { ...script.recording, durationMs: milliseconds(position) }
  const interview = interviewSchema.parse({ ...script, recording, turns })
  const json = JSON.stringify(interview, null, 2)
  // Arrays of times on one line each: a change of text then shows as one line, not four hundred.
  const compact = json.replace(/\[[\d,\s]+\]/g, (list) =>
    list.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'),
  )
  writeFileSync(join(sampleFolder, 'interview.json'), `${compact}\n`)
  const words = turns.reduce((sum, turn) => sum + turn.wordStarts.length, 0)
  console.log(`${turns.length} turns, ${words} words, ${recording.durationMs} ms`)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
