import type { NewsArticle, WithContext } from 'schema-dts'
import { pagePath } from '@/publishing/addresses'
import { interviewCardImage } from '@/publishing/claim-card'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

/**
 * NewsArticle of an annotated page. The ClaimReviews stand on the claims' own pages and only there: search engines ask that one
 * check is marked up at one address (decision record 0005).
 * @param origin public origin without a trailing slash.
 */
export function newsArticle(page: PageSnapshot, origin: string): WithContext<NewsArticle> {
  const { interview } = page
  const url = `${origin}${pagePath(interview.slug)}`
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    url,
    mainEntityOfPage: url,
    headline: interview.title,
    ...(interview.standfirst ? { description: interview.standfirst } : {}),
    ...(interview.dateline ? { dateline: interview.dateline } : {}),
    datePublished: page.firstPublishedAt,
    dateModified: page.publishedAt,
    author: interview.bylines.map((name) => ({ '@type': 'Person', name }) as const),
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: page.site.name,
      url: origin,
      correctionsPolicy: `${origin}/corrections`,
    },
    ...(interview.contributors.length > 0
      ? { contributor: interview.contributors.map((name) => ({ '@type': 'Person', name }) as const) }
      : {}),
    image: `${origin}${interviewCardImage(page).path}`,
    inLanguage: interview.language,
    isAccessibleForFree: true,
  }
}
