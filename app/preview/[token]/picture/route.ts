import { mediaResponse } from '@/app/api/interviews/[id]/media'
import { openPreview } from '@/app/preview/open-preview'

/** The draft's picture, for whoever has the link. */
export const GET = openPreview('file', ({ interviewId, request }) =>
  mediaResponse(interviewId, 'picture', request),
)
