import { createElement } from 'react'
import { publicationDocument } from '@/app/(reader)/_document/respond'
import { InterviewPage } from '@/components/reader/interview-page'
import { pagePath } from '@/publishing/addresses'
import { interviewCardImage } from '@/publishing/claim-card'
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
      image: interviewCardImage(page),
      published: page.firstPublishedAt,
      modified: page.publishedAt,
      data: { slug, path: pagePath(slug) },
      jsonLd: dataBlock(newsArticle(page, origin)),
      scripts: page.interview.recording ? ['player', 'reader', 'share'] : ['reader', 'share'],
    },
    body: createElement(InterviewPage, { page, policies, said, live: true, origin }),
    frame: frameOf(page.interview.recording?.embed),
  }))
}
