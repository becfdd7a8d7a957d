import { route } from '@/app/_boundary/route'
import { finishUpload } from '@/transcripts/finish-upload'
import { uploadIn } from '../../tus-answer'

/** All bytes are here: they become the interview's recording. May be asked again where the answer was lost. */
export const POST = route(({ params, actor }) => finishUpload(actor, uploadIn(params)), { maxBytes: 0 })
