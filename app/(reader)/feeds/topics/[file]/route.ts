import { feedResponse } from '@/app/(reader)/_document/feed'

type Params = { params: Promise<{ file: string }> }

/** The checked claims on one topic, as a feed. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  return feedResponse(request, 'topics/', (await params).file)
}
