import { PeakGatherer } from '@/components/transcripts/player/peaks'
import { findPeaks, keepPeaks } from '@/components/transcripts/player/peaks-store'
import type { PlayedRecording } from '@/components/transcripts/player/recording-played'

/** A recording of more bytes is not fetched a second time for a drawing. */
const MOST_BYTES = 100_000_000
/** What cannot be read in pieces is unpacked as a whole: at 8 kHz an hour takes 115 MB a channel while it lasts, so less. */
const MOST_WHOLE_MS = 20 * 60_000
const PIECE_BYTES = 1_000_000
/** Coarse enough to be quick, fine enough for a drawing. */
const SAMPLE_RATE = 8000
const STEP = 400

/**
 * The loudness of a recording of ours along its length, 0 to 255; null where this browser cannot make it or it would cost too
 * much. Read when the browser is idle, unpacked off the main thread, kept in this browser by the file's own mark.
 */
export async function readPeaks(
  recording: PlayedRecording,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (recording.external || typeof OfflineAudioContext === 'undefined') return null
  await idle(signal)
  const head = await fetch(recording.url, { method: 'HEAD', signal })
  const bytes = Number(head.headers.get('content-length') ?? 0)
  const mark = `${recording.url} ${head.headers.get('etag') ?? bytes}`
  if (!head.ok || bytes === 0) return null
  const kept = await findPeaks(mark)
  if (kept) return kept
  const inPieces = recording.mime === 'audio/mpeg' || recording.mime === 'audio/aac'
  if (bytes > MOST_BYTES) return null
  if (!inPieces && (recording.durationMs === null || recording.durationMs > MOST_WHOLE_MS)) return null
  const peaks = await gather(recording.url, bytes, inPieces ? PIECE_BYTES : bytes, signal)
  if (peaks) await keepPeaks(mark, peaks)
  return peaks
}

async function gather(url: string, bytes: number, piece: number, signal: AbortSignal) {
  const context = new OfflineAudioContext(1, 1, SAMPLE_RATE)
  const gatherer = new PeakGatherer(STEP)
  const pieces = Math.ceil(bytes / piece)
  const size = Math.ceil(bytes / pieces)
  let silent = 0
  for (let from = 0; from < bytes; from += size) {
    await idle(signal)
    const to = Math.min(bytes, from + size) - 1
    const answer = await fetch(url, { headers: { Range: `bytes=${from}-${to}` }, signal })
    if (!answer.ok) return null
    const sound = await context.decodeAudioData(await answer.arrayBuffer()).catch(() => null)
    if (sound) gatherer.add(sound.getChannelData(0))
    else silent += 1
  }
  // A picture before the first sound can fill a piece or two; a file of pieces without sound is none that we can read.
  return silent <= 2 && silent < pieces ? gatherer.result() : null
}

/** When nothing else is to be done; soon enough where that never comes. @throws AbortError */
async function idle(signal: AbortSignal): Promise<void> {
  await new Promise<void>((done) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => done(), { timeout: 3000 })
    else setTimeout(done, 200)
  })
  signal.throwIfAborted()
}
