import 'server-only'
import type { ReactElement } from 'react'
import { documentOf } from '@/app/(reader)/_document/respond'
import { InterviewPage } from '@/components/reader/interview-page'
import { NotFoundPage } from '@/components/reader/plain-pages'
import { readSettings } from '@/newsroom/settings'
import { pagePath, recordingPath } from '@/publishing/addresses'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

/** No script: a preview is for reading, and what runs on pages asks public addresses, which know nothing of a draft. */
const PREVIEW_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; media-src 'self' https:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** What nobody keeps, passes on or lists. */
export const PREVIEW_HEADERS = {
  'content-security-policy': PREVIEW_POLICY,
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
} as const

/**
 * A page as it would be published now, by the components that make the published one.
 * @param banner says above it what this is and who can see it.
 * @param files path under which `/picture` and `/recording` of the draft are found: they have no public address yet.
 */
export async function previewResponse(
  page: PageSnapshot,
  { banner, files }: { banner: ReactElement; files: string },
): Promise<Response> {
  const { slug, title, standfirst } = page.interview
  const { body } = await documentOf(await readSettings(), async ({ policies }) => ({
    head: { title: `Preview: ${title}`, description: standfirst, path: null, index: false, scripts: [] },
    body: (
      <>
        {banner}
        <InterviewPage page={page} policies={policies} />
      </>
    ),
  }))
  const own = body
    .replaceAll(recordingPath(slug), `${files}/recording`)
    .replaceAll(`${pagePath(slug)}/picture`, `${files}/picture`)
  return html(own, 200)
}

/** What every address of a preview answers that opens none, whatever the reason. */
export async function noPreview(): Promise<Response> {
  const { body } = await documentOf(await readSettings(), async () => ({
    head: { title: 'Not found', description: 'There is no page here.', path: null, index: false },
    body: <NotFoundPage />,
  }))
  return html(body, 404)
}

function html(body: string, status: number): Response {
  return new Response(body, {
    status,
    headers: { ...PREVIEW_HEADERS, 'content-type': 'text/html; charset=utf-8' },
  })
}
