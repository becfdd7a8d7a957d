import { createElement } from 'react'
import { limitBody } from '@/app/_boundary/body'
import { failureOf } from '@/app/_boundary/failure'
import { checkOrigin } from '@/app/_boundary/origin'
import { documentOf, notFound } from '@/app/(reader)/_document/respond'
import { ReportPage, type ReportValues } from '@/components/reader/report-page'
import { clientAddress } from '@/newsroom/client-address'
import { readSettings } from '@/newsroom/settings'
import { siteOrigin } from '@/platform/env'
import { Invalid } from '@/platform/errors'
import { pagePath } from '@/publishing/addresses'
import { publicHeaders } from '@/publishing/public-headers'
import { receiveReport } from '@/publishing/reader-report/receive-report'
import { reportablePage } from '@/publishing/reader-report/reportable-page'

/** Four thousand characters in whatever script, percent-encoded. */
const MOST_BYTES = 64_000

/**
 * Takes a reader's report from the form, with scripts or without: then to the page of thanks, or the form again with what is
 * wrong beside its field and what was typed still in it. No session is looked at and no cookie set.
 */
export async function POST(request: Request): Promise<Response> {
  let values: Record<string, string> = {}
  try {
    checkOrigin(request.headers, siteOrigin())
    values = await fieldsOf(limitBody(request, MOST_BYTES))
    // Something filled in the field that nobody sees: it is thanked and not heard.
    if (!values.website) await receiveReport(clientAddress(request.headers), values)
    const thanks = `${pagePath(values.slug ?? '')}/report/thanks`
    return new Response(null, { status: 303, headers: { Location: thanks, 'Cache-Control': 'no-store' } })
  } catch (thrown) {
    return refusal(request, thrown, values)
  }
}

/** A form's fields as text; files and what is no form are no report. */
async function fieldsOf(request: Request): Promise<Record<string, string>> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? ''))
    throw new Invalid('Send the report from its form.')
  return Object.fromEntries(new URLSearchParams(await request.text()))
}

/** The form again, as a page of that status. */
async function refusal(request: Request, thrown: unknown, values: Record<string, string>): Promise<Response> {
  const { status, error, retryAfter } = failureOf(thrown)
  const page = await reportablePage(values.slug ?? '')
  const headers = publicHeaders(status)
  headers.set('Cache-Control', 'no-store')
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter))
  if (!page) {
    if (status === 404) return notFound(request)
    headers.set('Content-Type', 'text/plain; charset=utf-8')
    return new Response(`${error.message}\n`, { status, headers })
  }
  const typed: ReportValues = {
    claim: values.claim ?? '',
    message: values.message ?? '',
    replyTo: values.replyTo ?? '',
  }
  const { claim, message, replyTo } = error.fields
  const beside = { claim, message, replyTo }
  const faults = claim || message || replyTo ? beside : { form: error.message }
  const { body } = await documentOf(await readSettings(), async () => ({
    status,
    head: {
      title: `Report an error: ${page.title}`,
      description: 'Tell the newsroom what is wrong on this page.',
      path: null,
      index: false,
    },
    body: createElement(ReportPage, { page, values: typed, faults }),
  }))
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(body, { status, headers })
}
