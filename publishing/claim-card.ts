import { createHash } from 'node:crypto'
import { cardPath, pagePath, picturePath } from '@/publishing/addresses'
import { cardVerdictColour } from '@/publishing/card-colours'
import type { CardContent } from '@/publishing/card-picture'
import { CARD_HEIGHT, CARD_WIDTH } from '@/publishing/card-size'
import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'
import { challengedOnAir, claimsChecked, summaryOf } from '@/publishing/summary'

/** What share pictures say, and how pages name them. */

/** Drawings of verdicts by the icon's name, as SVG markup. */
export type IconOf = (icon: string) => string

export function claimCard(page: PageSnapshot, claim: SnapshotClaim, iconOf: IconOf): CardContent {
  const { speaker, verdict } = claim
  return {
    siteName: page.site.name,
    verdict: {
      label: verdict.label,
      colour: cardVerdictColour(verdict.colour),
      icon: iconOf(verdict.icon),
    },
    text: claim.claimReviewed,
    foot: [[speaker.name, speaker.affiliation].filter(Boolean).join(', '), page.interview.title],
  }
}

export function interviewCard(page: PageSnapshot): CardContent {
  const summary = summaryOf(page.claims)
  const verdicts = summary.verdictCounts.map(({ label, count }) => `${count} ${label}`).join(' · ')
  return {
    siteName: page.site.name,
    verdict: null,
    text: page.interview.title,
    foot: [
      [claimsChecked(summary.claimCount), challengedOnAir(summary)].filter(Boolean).join(' · '),
      verdicts,
    ],
  }
}

/** A picture as a page's head names it. */
export type CardImage = { path: string; alt: string; width: number; height: number; type: string }

/** The share picture of a claim. Its address changes with what it shows, because social sites keep what they once fetched. */
export function claimCardImage(page: PageSnapshot, claim: SnapshotClaim): CardImage {
  return {
    path: `${cardPath(page.interview.slug, claim.number)}?v=${markOf(claimCard(page, claim, String))}`,
    alt: `${claim.verdict.label}: ${claim.claimReviewed}`,
    ...SIZE,
  }
}

/** The share picture of an interview: its own picture, or else a drawn one. */
export function interviewCardImage(page: PageSnapshot): CardImage {
  const { slug, picture, title } = page.interview
  if (picture)
    return {
      path: picturePath(slug, picture.fileHash),
      alt: picture.alt,
      width: picture.width,
      height: picture.height,
      type: picture.mime,
    }
  return { path: `${pagePath(slug)}/card.png?v=${markOf(interviewCard(page))}`, alt: title, ...SIZE }
}

const SIZE = { width: CARD_WIDTH, height: CARD_HEIGHT, type: 'image/png' } as const

const markOf = (content: CardContent) =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 10)
