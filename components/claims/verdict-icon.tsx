import type { ReactNode } from 'react'
import { VERDICT_ICONS } from '@/claims/scale/verdict-looks'

/**
 * A drawing for each verdict, and a few for those that a newsroom adds (claims/scale/scale-schema.ts names them), told apart by their outline alone: at 12 px, in print, and without colour. Drawn here and not
 * taken from an icon package, because the reader's pages are plain markup and may not hold client components.
 */
const DRAWINGS: Record<(typeof VERDICT_ICONS)[number], ReactNode> = {
  // A speech bubble with nothing under it.
  unsubstantiated: (
    <>
      <path d="M2.5 2.8h11v7.4H8.2L5 13.2v-3H2.5z" strokeDasharray="2.2 1.5" />
      <path d="M6.3 5.5c.2-1 2.9-1.2 3 .3 0 1-1.3.9-1.3 2" />
    </>
  ),
  false: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" />
    </>
  ),
  // A road that turns off.
  misleading: (
    <>
      <path d="M3 13.5V10c0-2.5 1.5-4 4-4h6" />
      <path d="m10 2.8 3.2 3.2L10 9.2" />
    </>
  ),
  // A picture with one corner torn off.
  'missing-context': (
    <>
      <path d="M8.5 13.5h-6v-11h11v6" />
      <path d="M11.2 13.5h.1m2.2 0h-.1m.1-2.3v.1" strokeWidth="2" />
    </>
  ),
  // The small bar and the tall one.
  exaggerated: (
    <>
      <path d="M2.5 13.5v-4h3.6v4" />
      <path d="M9.6 13.5v-11h3.9v11" />
      <path d="M1.5 13.5h13" />
    </>
  ),
  // Two arrows that point at one another.
  disputed: (
    <>
      <path d="M1.5 8h4.8m-2-2.4L6.7 8l-2.4 2.4" />
      <path d="M14.5 8H9.7m2-2.4L9.3 8l2.4 2.4" />
      <path d="M8 2.5v2m0 7v2" />
    </>
  ),
  correct: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m5.2 8.2 2 2 3.7-4.2" />
    </>
  ),
  context: (
    <>
      <path d="M3 2.5h10v11H3z" />
      <path d="M5.5 6h5M5.5 8.5h5M5.5 11h2.6" />
    </>
  ),
  // A disc of which one half is filled.
  half: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  // A clock that went on.
  outdated: (
    <>
      <path d="M13.6 6.2A6 6 0 1 0 14 8" />
      <path d="M14 3v3.4h-3.3M8 4.8V8l2.3 1.6" />
    </>
  ),
  lens: (
    <>
      <circle cx="7" cy="7" r="4.3" />
      <path d="m10.2 10.2 3.6 3.6" />
    </>
  ),
  quotation: (
    <>
      <path d="M6.5 4.5c-2.3.6-3.6 2.2-3.6 4.6v2.4h3.6V8H4.6" />
      <path d="M13 4.5c-2.3.6-3.6 2.2-3.6 4.6v2.4H13V8h-1.9" />
    </>
  ),
}

const drawingOf = (icon: string) => DRAWINGS[VERDICT_ICONS.find((known) => known === icon) ?? 'context']

/** A verdict's drawing, in the colour of the text around it. Decoration: the verdict's word must stand beside it. */
export function VerdictIcon({ icon, className }: { icon: string; className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawingOf(icon)}
    </svg>
  )
}
