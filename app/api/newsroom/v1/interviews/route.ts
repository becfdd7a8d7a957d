import { readJson } from '@/app/_boundary/body'
import { parseInput } from '@/platform/command'
import { Conflict, Invalid } from '@/platform/errors'
import { readUpload } from '@/platform/multipart'
import { nextAddress, pageOf } from '@/publishing/api/list-page'
import { loadByApi } from '@/publishing/api/load-by-api'
import { loadBodySchema } from '@/publishing/api/newsroom-inputs'
import { listDrafts, loadInterview } from '@/publishing/api/newsroom-operations'
import { draftPlaces, draftsAfter } from '@/publishing/api/read-drafts'
import { MOST_BYTES } from '@/transcripts/parse-request'
import type { ProblemGroup } from '@/transcripts/preview-schema'
import { refused, tokenRoute } from '../_token/token-route'

const MOST_KEY = 255

export const GET = tokenRoute(listDrafts, async ({ query, origin }) => {
  const rows = await draftsAfter(query.cursor, query.limit + 1, origin)
  const { shown, older } = pageOf(rows, query.limit)
  const next = nextAddress(origin, '/api/newsroom/v1/interviews', query, older)
  return { items: shown.map(({ draft }) => draft), next }
})

export const POST = tokenRoute(
  loadInterview,
  async ({ request, actor, origin }) => {
    const key = request.headers.get('idempotency-key')
    if (key !== null && (key.trim() === '' || key.length > MOST_KEY))
      throw new Invalid(`An Idempotency-Key has 1 to ${MOST_KEY} characters.`)
    const { file, about } = await sentIn(request)
    const loaded = await loadByApi(actor, file, about, key).catch(saidBefore)
    if (loaded instanceof Response) return loaded
    if (!loaded.done)
      return refused('invalid', loaded.problems[0]?.message ?? NO_WORDS, errorsOf(loaded.problems))
    const { id, slug, preview } = loaded
    const { turns, words } = preview.counts
    const problems = preview.problems.map(({ places, ...problem }) => ({
      ...problem,
      lines: places.flatMap(({ line }) => (line === null ? [] : [line])),
    }))
    const answer = { id, slug, ...draftPlaces(origin, id), format: preview.format, turns, words, problems }
    return Response.json(answer, { status: 201, headers: { location: answer.self } })
  },
  { maxBytes: MOST_BYTES * 2 },
)

const NO_WORDS = 'There are no words in this file, so there is nothing to load.'

/** The file and what is said about it, from JSON or from a form. @throws Invalid, TooLarge */
async function sentIn(request: Request) {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    const { bytes, fileName, fields } = await readUpload(request, MOST_BYTES)
    return { file: { bytes, fileName }, about: aboutIn(fields.about) }
  }
  const { text, fileName, ...about } = parseInput(loadBodySchema, await readJson(request))
  return { file: { bytes: new TextEncoder().encode(text), fileName }, about }
}

function aboutIn(text: string | undefined): unknown {
  if (text === undefined) return {}
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    throw new Invalid('The field “about” is not valid JSON.')
  }
}

/** The same bytes were loaded before: said with what they became. */
function saidBefore(thrown: unknown): Response {
  if (!(thrown instanceof Conflict)) throw thrown
  const again = thrown.current === null ? '' : ' Send loadAgain: true to load it once more.'
  return refused('conflict', `${thrown.message}${again}`, [])
}

function errorsOf(problems: readonly ProblemGroup[]) {
  return problems
    .filter(({ severity }) => severity === 'error')
    .flatMap(({ message, places }) =>
      places.length === 0
        ? [{ detail: message }]
        : places.map(({ line, message: detail }) => ({ detail, ...(line === null ? {} : { line }) })),
    )
}
