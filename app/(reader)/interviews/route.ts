/** The trimmed address leads to the list. */
export function GET(): Response {
  return new Response(null, {
    status: 308,
    headers: { Location: '/', 'Cache-Control': 'public, max-age=3600' },
  })
}
