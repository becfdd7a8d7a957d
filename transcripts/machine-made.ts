/**
 * Formats that speech recognition writes. Captions and texts in other formats may be a machine's too: whoever loads them says so.
 * Migration 0010 said the same of transcripts that were there before.
 */
const MACHINE_FORMATS: ReadonlySet<string> = new Set([
  'youtube-vtt',
  'youtube-json',
  'whisper-json',
  'assemblyai',
  'aws-transcribe',
  'deepgram',
  'rev-ai',
  'google-stt',
  'azure-speech',
  'elevenlabs',
  'gladia',
  'sonix',
  'ibm-watson',
  'speechmatics',
  'bbc-kaldi',
  'vosk',
  'auto-edit',
  'dpe',
])

/** What Claimline proposes before anybody says whether a machine wrote the words. */
export function isMachineFormat(format: string | null): boolean {
  return format !== null && MACHINE_FORMATS.has(format)
}
