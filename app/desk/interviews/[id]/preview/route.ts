import { createElement, Fragment } from 'react'
import { route } from '@/app/_boundary/route'
import { documentOf } from '@/app/(reader)/_document/respond'
import { DraftBanner } from '@/components/reader/draft-banner'
import { InterviewPage } from '@/components/reader/interview-page'
import { readSettings } from '@/newsroom/settings'
import { parseInput } from '@/platform/command'
import { picturePath, recordingPath } from '@/publishing/addresses'
import { previewSnapshot } from '@/publishing/desk-queries'
import { interviewIdSchema } from '@/transcripts/schema'

/** The page as it would be published now, by the same components, for members only. Scripts are left out: it is for reading. */
export const GET = route(
  async ({ params }) => {
    const { interviewId } = parseInput(interviewIdSchema, { interviewId: params.id })
    const page = await previewSnapshot(interviewId)
    const { slug, title, standfirst, picture } = page.interview
    const { body } = await documentOf(await readSettings(), async ({ policies }) => ({
      head: { title: `Preview: ${title}`, description: standfirst, path: null, index: false, scripts: [] },
      body: createElement(
        Fragment,
        null,
        createElement(DraftBanner, { deskPath: `/desk/interviews/${interviewId}` }),
        createElement(InterviewPage, { page, policies }),
      ),
    }))
    // Picture and recording have no public address before publication; the desk's own stand in for them.
    const desk = body
      .replaceAll(recordingPath(slug), `/api/interviews/${interviewId}/recording`)
      .replaceAll(
        picture ? picturePath(slug, picture.fileHash) : recordingPath(slug),
        `/api/interviews/${interviewId}/picture`,
      )
    return new Response(desk, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PREVIEW_POLICY },
    })
  },
  { maxBytes: 0 },
)

const PREVIEW_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; media-src 'self' https:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
