import { route } from '@/app/_boundary/route'
import { shownTranscript } from '@/transcripts/queries'
import { idIn } from '../media'

/** The turns as the workspace shows them, with the interview's revision at which they were at the latest. */
export const GET = route(({ params }) => shownTranscript(idIn(params)), { maxBytes: 0 })
