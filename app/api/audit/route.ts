import { route } from '@/app/_boundary/route'
import { auditCsv } from '@/newsroom/audit-csv'
import { auditFilterSchema } from '@/newsroom/audit-filter'

/** The trail as a CSV file, narrowed like the page. */
export const GET = route(
  async ({ actor, url }) => {
    const chunks = auditCsv(actor, auditFilterSchema.parse(Object.fromEntries(url.searchParams)))
    // The first chunk is asked for here, so that a refusal is an answer and not half a file.
    const first = await chunks.next()
    return new Response(streamOf(first, chunks), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="audit-${new Date().toISOString().slice(0, 10)}.csv"`,
      },
    })
  },
  { maxBytes: 0 },
)

function streamOf(
  first: IteratorResult<string, void>,
  rest: AsyncGenerator<string>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let next = first
  return new ReadableStream({
    async pull(controller) {
      if (next.done) return controller.close()
      controller.enqueue(encoder.encode(next.value))
      next = await rest.next()
    },
    async cancel() {
      await rest.return(undefined)
    },
  })
}
