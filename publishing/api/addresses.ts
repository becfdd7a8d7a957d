import { claimPath, pagePath } from '@/publishing/addresses'

/** Addresses of the public API, each spelt once. Paths from the site's root. */

export const API = '/api/v1'
export const DOCUMENT = `${API}/openapi.json`

export const interviewApi = (slug: string) => `${API}${pagePath(slug)}`
export const transcriptApi = (slug: string) => `${interviewApi(slug)}/transcript`
export const interviewClaimsApi = (slug: string) => `${interviewApi(slug)}/claims`
export const claimApi = (slug: string, number: number) =>
  `${API}/claims/${encodeURIComponent(slug)}/${number}`

/** A page of readers' and its twin in the API. */
export const placesOf = (origin: string, slug: string) => ({
  url: `${origin}${pagePath(slug)}`,
  self: `${origin}${interviewApi(slug)}`,
})
export const claimPlaces = (origin: string, slug: string, number: number) => ({
  url: `${origin}${claimPath(slug, number)}`,
  self: `${origin}${claimApi(slug, number)}`,
})
