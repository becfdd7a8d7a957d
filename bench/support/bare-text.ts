import type { PageSnapshot } from '@/publishing/snapshot-schema'

/** What a page says and nothing else: the transcript's turns with their speakers, and the text of every note. A line a piece. */
export function bareText(page: PageSnapshot): string {
  const turns = page.turns.map(({ participant, text }) => {
    const speaker = participant === null ? '' : (page.participants[participant]?.name ?? '')
    return `${speaker}: ${text}`
  })
  const notes = page.claims.flatMap((claim) => [
    claim.verdict.label,
    claim.claimReviewed,
    claim.quote,
    claim.explanationHtml.replace(/<[^>]*>/g, ' '),
    ...claim.evidence.flatMap((item) => [item.title, item.publisher, item.quote, item.url]),
    ...claim.replies.map((reply) => `${reply.asked} ${reply.answer}`),
  ])
  const background = page.background.map(({ title, html }) => `${title} ${html.replace(/<[^>]*>/g, ' ')}`)
  return [page.interview.title, page.interview.standfirst, ...turns, ...notes, ...background].join('\n')
}
