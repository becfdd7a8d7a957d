import { publicationFile } from '@/app/(reader)/_document/respond'
import { CSV_TYPE, claimsCsv } from '@/publishing/claims-csv'

type Params = { params: Promise<{ slug: string }> }

/** The claims of an interview as a table. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  return publicationFile(request, `claims.csv ${slug}`, slug, (page, { origin }) => ({
    status: 200,
    type: CSV_TYPE,
    body: claimsCsv(
      page.claims.map((claim) => ({ page: page.interview, claim })),
      origin,
    ),
    open: true,
  }))
}
