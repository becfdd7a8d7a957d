import { route } from '@/app/_boundary/route'
import { Invalid, NotFound } from '@/platform/errors'
import { readOutgoing } from '@/transcripts/exports/read-outgoing'
import { exportFormatById } from '@/transcripts/exports/registry'
import { countTurns, whyNot, writeTranscript } from '@/transcripts/exports/write-transcript'
import { idIn } from '../media'

/** The transcript as a file: `?format=` is an id of the exports' registry. */
export const GET = route(
  async ({ params, url }) => {
    const wanted = url.searchParams.get('format') ?? ''
    const format = exportFormatById(wanted)
    if (!format) throw new Invalid(`There is no format “${wanted}”.`)
    const transcript = await readOutgoing({ id: idIn(params) })
    if (!transcript) throw new NotFound('There is no such interview. It may have been removed.')
    const reason = whyNot(format, countTurns(transcript))
    if (reason) throw new Invalid(reason)
    const { bytes, fileName, mime } = await writeTranscript(format, transcript)
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': mime,
        'content-length': String(bytes.length),
        'content-disposition': attachment(fileName, `${transcript.title}.${format.extension}`),
      },
    })
  },
  { maxBytes: 0 },
)

/** RFC 6266: a plain name for all, and the title in its own script for those that read RFC 8187. */
function attachment(plain: string, titled: string): string {
  const safe = titled
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
