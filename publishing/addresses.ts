/** Public addresses, each spelt once. Paths from the site's root. */

export const pagePath = (slug: string) => `/interviews/${encodeURIComponent(slug)}`
export const claimPath = (slug: string, number: number) => `${pagePath(slug)}/claims/${number}`
/** What readers were told of changes to a page. */
export const historyPath = (slug: string) => `${pagePath(slug)}/history`
export const recordingPath = (slug: string) => `${pagePath(slug)}/recording`
export const picturePath = (slug: string, fileHash: string) =>
  `${pagePath(slug)}/picture?v=${fileHash.slice(0, 12)}`
/** The picture that many pixels wide; widths in `publishing/picture-sizes.ts`. */
export const scaledPicturePath = (slug: string, fileHash: string, width: number) =>
  `${picturePath(slug, fileHash)}&w=${width}`
export const wordsPath = (slug: string, publication: number) =>
  `${pagePath(slug)}/words.json?v=${publication}`
export const captionsPath = (slug: string) => `${pagePath(slug)}/captions.vtt`
export const livePath = (slug: string) => `${pagePath(slug)}/live.json`
export const reportPath = (slug: string, claim: number | null) =>
  `${pagePath(slug)}/report${claim === null ? '' : `?claim=${claim}`}`
export const personPath = (slug: string) => `/people/${encodeURIComponent(slug)}`
export const topicPath = (slug: string) => `/topics/${encodeURIComponent(slug)}`

/** The second in which something was said, on its page: `?t=` starts the recording there, `#t…` lands there without scripts. */
export function secondPath(slug: string, ms: number, turn: number | null): string {
  return `${pagePath(slug)}?t=${Math.floor(ms / 1000)}${turn === null ? '' : `#t${turn}`}`
}

/** The share picture of a claim, 1200 by 630. */
export const cardPath = (slug: string, number: number) => `${claimPath(slug, number)}/card.png`
export const annotationsPath = (slug: string) => `${pagePath(slug)}/annotations.json`
/** The published transcript as plain text: what the positions in annotations count in. */
export const transcriptTextPath = (slug: string) => `${pagePath(slug)}/transcript.txt`
export const claimTrackPath = (slug: string) => `${pagePath(slug)}/claims.vtt`
export const claimTablePath = (slug: string) => `${pagePath(slug)}/claims.csv`
/** A small page for a frame on other sites: of a whole interview, or of one claim. */
export const embedPath = (slug: string, number: number | null = null) =>
  `/embed${number === null ? pagePath(slug) : claimPath(slug, number)}`
