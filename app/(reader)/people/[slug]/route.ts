import { createElement } from 'react'
import { notFound, siteDocument } from '@/app/(reader)/_document/respond'
import { ClaimsPage } from '@/components/reader/plain-pages'
import { personPath } from '@/publishing/addresses'
import { publishedPerson } from '@/publishing/queries'

type Params = { params: Promise<{ slug: string }> }

/** A person whom published pages name, with the claims of theirs that were checked. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  const published = await publishedPerson(slug)
  if (!published) return notFound(request)
  const { person, claims } = published
  const lead = [person.affiliation, person.description].filter(Boolean).join('. ')
  return siteDocument(request, `person ${slug}`, async () => ({
    head: { title: person.name, description: lead || person.name, path: personPath(slug) },
    body: createElement(ClaimsPage, {
      title: person.name,
      lead,
      caution:
        'These are the claims that we chose to check. Their number says what we looked at, not how often somebody is right.',
      claims,
    }),
  }))
}
