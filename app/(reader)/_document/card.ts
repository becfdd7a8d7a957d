import 'server-only'
import { createElement } from 'react'
import { VERDICT_ICONS } from '@/claims/scale/verdict-looks'
import { VerdictIcon } from '@/components/claims/verdict-icon'
import { type CardContent, cardPicture } from '@/publishing/card-picture'
import type { IconOf } from '@/publishing/claim-card'
import { Joined } from '@/publishing/joined'
import { KeptBytes } from '@/publishing/kept-bytes'
import type { PublicBody } from '@/publishing/public-pages'
import { Lanes } from '@/publishing/search/lanes'

/** Pictures by what they show: a new publication draws only those that it changed. */
const pictures = new KeptBytes<Buffer>(24_000_000)
const drawing = new Joined<Buffer>()
/** Drawing takes a processor for a fifth of a second: whoever asks for every picture there is must not take all of them from the pages. */
const lanes = new Lanes(1, 0)

/** A share picture as a public answer, drawn once. */
export async function cardBody(content: CardContent): Promise<PublicBody> {
  const key = JSON.stringify(content)
  const body = pictures.get(key) ?? (await drawing.ask(key, () => lanes.run(() => cardPicture(content))))
  pictures.set(key, body, body.length)
  return { status: 200, type: 'image/png', body, open: true }
}

/** The verdicts' drawings as markup. */
export async function verdictIcons(): Promise<IconOf> {
  // Imported here, because Next refuses a static import of it in a route's graph.
  const { renderToStaticMarkup } = await import('react-dom/server')
  const drawn = new Map<string, string>(
    VERDICT_ICONS.map((icon) => [icon, renderToStaticMarkup(createElement(VerdictIcon, { icon }))]),
  )
  return (icon) => drawn.get(icon) ?? ''
}
