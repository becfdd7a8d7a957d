/** How wide pictures are made, in pixels: a phone's page at one and two pixels a point, and the widest page at nearly three. */
const WIDTHS = [480, 960, 1600] as const

/** How wide the page shows them, by the measures of components/reader/styles (72rem, 37rem, 44rem, the edges). */
export const PICTURE_SIZES = '(min-width: 72rem) 37rem, (min-width: 48rem) 44rem, 92vw'

/** The widths that are worth making of a picture: only smaller ones. */
export function pictureWidths(width: number): number[] {
  return WIDTHS.filter((each) => each < width)
}

/**
 * The width that an address asks for.
 * @returns null for the picture itself, undefined for a width that this picture is not made in.
 */
export function askedWidth(asked: string | null, width: number): number | null | undefined {
  if (asked === null) return null
  return pictureWidths(width).find((each) => String(each) === asked)
}
