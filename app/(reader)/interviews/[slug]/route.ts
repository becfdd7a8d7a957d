import { createElement } from 'react'
import { publicationDocument } from '@/app/(reader)/_document/respond'
import { InterviewPage } from '@/components/reader/interview-page'
import { pagePath, picturePath } from '@/publishing/addresses'
import { dataBlock } from '@/publishing/claim-review'
import { newsArticle } from '@/publishing/news-article'
import { frameOf } from '@/transcripts/embed'

type Params = { params: Promise<{ slug: string }> }

/** The annotated page. `?t=` is read by the page's script; the bytes are the same for every second. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  return publicationDocument(request, `interview ${slug}`, slug, (page, { policies, origin, said }) => ({
    head: {
      title: page.interview.title,
      description: page.interview.standfirst,
      path: pagePath(slug),
      type: 'article',
      image: page.interview.picture && {
        path: picturePath(slug, page.interview.picture.fileHash),
        alt: page.interview.picture.alt,
      },
      jsonLd: dataBlock(newsArticle(page, origin)),
      scripts: page.interview.recording ? ['player', 'reader'] : ['reader'],
    },
    body: createElement(InterviewPage, { page, policies, said, live: true }),
    frame: frameOf(page.interview.recording?.embed),
  }))
}
