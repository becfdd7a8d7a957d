import { createElement } from 'react'
import { route } from '@/app/_boundary/route'
import { previewResponse } from '@/app/(reader)/_document/preview'
import { DraftBanner } from '@/components/reader/draft-banner'
import { parseInput } from '@/platform/command'
import { previewSnapshot } from '@/publishing/desk-queries'
import { interviewIdSchema } from '@/transcripts/schema'

/** The page as it would be published now, for members only. */
export const GET = route(
  async ({ params }) => {
    const { interviewId } = parseInput(interviewIdSchema, { interviewId: params.id })
    return previewResponse(await previewSnapshot(interviewId), {
      banner: createElement(DraftBanner, { deskPath: `/desk/interviews/${interviewId}` }),
      files: `/api/interviews/${interviewId}`,
    })
  },
  { maxBytes: 0 },
)
