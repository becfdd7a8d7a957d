import 'server-only'
import { problem } from '@/app/_boundary/route'
import { noPreview, PREVIEW_HEADERS } from '@/app/(reader)/_document/preview'
import { clientAddress } from '@/newsroom/client-address'
import { NotFound } from '@/platform/errors'
import { countLook } from '@/publishing/preview-link/count-look'
import { interviewOfToken } from '@/publishing/preview-link/queries'

/** What a link opens: the interview, the path of the link, and the request for it. */
type Opened = { interviewId: string; path: string; request: Request }

/**
 * A route behind a preview link. Wrong, ended and withdrawn tokens, and what the draft does not have, answer the very same 404;
 * nothing of it is kept by anything, nor told to the sites that it links to.
 */
export function openPreview(
  look: 'page' | 'file',
  show: (opened: Opened) => Promise<Response>,
): (request: Request, context: { params: Promise<{ token: string }> }) => Promise<Response> {
  return async (request, { params }) => {
    try {
      const { token } = await params
      await countLook(clientAddress(request.headers))
      // A HEAD is a program that looks whether there is something; nobody has read anything then.
      const interviewId = await interviewOfToken(token, request.method === 'HEAD' ? 'file' : look)
      if (interviewId === null) return await noPreview()
      return sealed(await show({ interviewId, path: `/preview/${token}`, request }))
    } catch (thrown) {
      return thrown instanceof NotFound ? noPreview() : sealed(problem(thrown))
    }
  }
}

function sealed(answer: Response): Response {
  const headers = new Headers(answer.headers)
  for (const [name, value] of Object.entries(PREVIEW_HEADERS)) headers.set(name, value)
  return new Response(answer.body, { status: answer.status, headers })
}
