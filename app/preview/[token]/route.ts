import { createElement } from 'react'
import { previewResponse } from '@/app/(reader)/_document/preview'
import { openPreview } from '@/app/preview/open-preview'
import { DraftBanner } from '@/components/reader/draft-banner'
import { previewSnapshot } from '@/publishing/desk-queries'

/** The page as it would be published now, for whoever has the link. */
export const GET = openPreview('page', async ({ interviewId, path }) =>
  previewResponse(await previewSnapshot(interviewId), {
    banner: createElement(DraftBanner, { deskPath: null }),
    files: path,
  }),
)
