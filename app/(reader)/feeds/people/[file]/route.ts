import { feedResponse } from '@/app/(reader)/_document/feed'

type Params = { params: Promise<{ file: string }> }

/** What one person said that was checked, as a feed. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  return feedResponse(request, 'people/', (await params).file)
}
