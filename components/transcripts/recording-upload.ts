import { DetailedError, Upload } from 'tus-js-client'
import { newRequestId } from '@/components/claims/request-id'
import { answerOf, sendBody } from '@/components/transcripts/load-send'
import { UploadPace } from '@/components/transcripts/upload-pace'

/** Where an upload stands. `paused` and `lost` keep what has arrived; `refused` does not. */
export type UploadState = {
  kind: 'sending' | 'waiting' | 'paused' | 'lost' | 'keeping' | 'refused' | 'kept'
  fileName: string
  sent: number
  total: number
  secondsLeft: number | null
  /** Bytes that were there before, where it goes on from an earlier try. */
  from: number
  message: string | null
}

/** Parts of this size are sent one after another: small enough for any proxy, large enough to keep a line busy. */
const PART_BYTES = 8 * 1024 * 1024
/** Waiting grows to half a minute and goes on for about a quarter of an hour before a person is asked. */
const RETRY_DELAYS = [300, 1000, 2000, 4000, 8000, 15_000, ...Array.from({ length: 30 }, () => 30_000)]

/**
 * Sends a recording in parts. A part that is lost is sent again; after a reload, the same file goes on where it stopped. The
 * browser remembers the file by name, size and date; the server what has arrived.
 */
export class RecordingUpload {
  private readonly upload: Upload
  private readonly pace = new UploadPace()
  private state: UploadState
  private left = false
  private readonly whenOnline = () => {
    if (this.state.kind === 'lost') this.resume()
  }

  constructor(
    file: File,
    private readonly owner: { interviewId: string; memberId: string },
    private readonly onChange: (state: UploadState) => void,
  ) {
    this.state = {
      kind: 'sending',
      fileName: file.name,
      sent: 0,
      total: file.size,
      secondsLeft: null,
      from: 0,
      message: null,
    }
    this.upload = new Upload(file, {
      endpoint: new URL(`/api/interviews/${owner.interviewId}/uploads`, location.href).href,
      chunkSize: PART_BYTES,
      retryDelays: RETRY_DELAYS,
      removeFingerprintOnSuccess: true,
      metadata: { id: newRequestId(), member: owner.memberId, filename: file.name },
      onProgress: (sent) => this.moved(sent),
      onShouldRetry: (error) => this.shouldRetry(error),
      onError: (error) => this.failed(error),
      onSuccess: () => void this.finish(),
    })
  }

  /** Begins, or goes on with what an earlier visit left. */
  async start(): Promise<void> {
    window.addEventListener('online', this.whenOnline)
    this.change({})
    const earlier = await this.upload.findPreviousUploads().catch(() => []) // no storage: begin anew
    const mine = earlier.findLast(({ metadata }) => metadata.member === this.owner.memberId)
    if (mine) {
      this.upload.options.metadata = mine.metadata
      this.upload.resumeFromPreviousUpload(mine)
      this.upload.options.onAfterResponse = (request, response) => {
        if (request.getMethod() !== 'HEAD' || this.state.sent > 0) return
        const from = Number(response.getHeader('Upload-Offset') ?? 0)
        this.change({ from, sent: from })
      }
    }
    if (this.state.kind === 'sending' && !this.left) this.upload.start()
  }

  pause(): void {
    void this.upload.abort()
    this.pace.forget()
    this.change({ kind: 'paused', secondsLeft: null, message: null })
  }

  resume(): void {
    this.change({ kind: 'sending', message: null })
    this.upload.start()
  }

  /** Gives it up, here and on the server. */
  async cancel(): Promise<void> {
    this.leave()
    // A server that cannot be reached removes what it has within a day.
    await this.upload.abort(true).catch(() => undefined)
  }

  /** Stops sending and tells nobody; what has arrived stays for later. */
  leave(): void {
    this.left = true
    window.removeEventListener('online', this.whenOnline)
    void this.upload.abort()
  }

  private change(part: Partial<UploadState>): void {
    this.state = { ...this.state, ...part }
    this.onChange(this.state)
  }

  private moved(sent: number): void {
    if (this.state.kind === 'paused') return
    this.pace.note(performance.now(), sent)
    this.change({ kind: 'sending', sent, secondsLeft: this.pace.secondsLeft(this.state.total) })
  }

  private shouldRetry(error: Error | DetailedError): boolean {
    const status = statusOf(error)
    const method = error instanceof DetailedError ? error.originalRequest.getMethod() : ''
    const again = status < 400 || status >= 500 || ((status === 409 || status === 423) && method !== 'POST')
    if (again) {
      this.pace.forget()
      this.change({ kind: 'waiting', secondsLeft: null })
    }
    return again
  }

  private failed(error: Error | DetailedError): void {
    const status = statusOf(error)
    if (status === 401 || status < 400 || status >= 500) {
      this.change({ kind: 'lost', secondsLeft: null, message: status === 401 ? SIGNED_OUT : LOST })
      return
    }
    const body = error instanceof DetailedError ? (error.originalResponse?.getBody() ?? '') : ''
    const answer = answerOf(status, body)
    this.refuse(answer.ok ? LOST : answer.error.message)
  }

  private refuse(message: string): void {
    window.removeEventListener('online', this.whenOnline)
    this.change({ kind: 'refused', message })
  }

  private async finish(): Promise<void> {
    this.change({ kind: 'keeping', sent: this.state.total, secondsLeft: null })
    const answer = await finishUpload(new URL(this.upload.url ?? '', location.href).pathname)
    if (answer === null) {
      window.removeEventListener('online', this.whenOnline)
      this.change({ kind: 'kept' })
    } else this.refuse(answer)
  }
}

/** Has the server make an upload that has arrived whole the recording. @returns why not, or null. */
export async function finishUpload(path: string): Promise<string | null> {
  for (const delay of [0, 1000, 3000, 8000, 15_000]) {
    await new Promise((resolve) => setTimeout(resolve, delay))
    const sent = await sendBody(`${path}/finish`, null)
    if (sent.ok) return null
    if (sent.error.kind !== 'unreachable' && sent.error.kind !== 'fault') return sent.error.message
  }
  return 'The file has arrived, but the server could not be reached to keep it. Load this page again to go on.'
}

/** Gives up an upload of an earlier visit. */
export function discardUpload(path: string): Promise<void> {
  return Upload.terminate(new URL(path, location.href).href, { retryDelays: [1000, 3000] })
}

const LOST = 'The server cannot be reached. What has arrived is kept: go on when the connection is back.'
const SIGNED_OUT =
  'You are signed out. Sign in again in another tab, then go on here. What has arrived is kept.'

function statusOf(error: Error | DetailedError): number {
  return error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0
}
