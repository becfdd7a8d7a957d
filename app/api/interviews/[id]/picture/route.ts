import { route } from '@/app/_boundary/route'
import { readUpload } from '@/platform/multipart'
import { keepPicture, MOST_PICTURE_BYTES, setPicture } from '@/transcripts/set-picture'
import { idIn, mediaResponse } from '../media'

/** Shows at the desk. Readers have their own address, which knows publications only. */
export const GET = route(({ request, params }) => mediaResponse(idIn(params), 'picture', request), {
  maxBytes: 0,
})

/** A form with `file`, `alt`, `caption` and `credit`. */
export const POST = route(
  async ({ request, params, actor }) => {
    const { bytes, fields } = await readUpload(request, MOST_PICTURE_BYTES)
    const kept = await keepPicture(actor, bytes)
    const { alt = '', caption = '', credit = '' } = fields
    return setPicture(kept)(actor, { interviewId: idIn(params), alt, caption, credit })
  },
  { maxBytes: MOST_PICTURE_BYTES + 1_000_000 },
)
