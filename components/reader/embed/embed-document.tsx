// biome-ignore-all lint/style/noHeadElement: the document is made here and not by Next
import type { ReactNode } from 'react'

/** Addresses from the site's root. */
export type EmbedAssets = { embedCss: string; embed: string }

type Props = {
  siteName: string
  assets: EmbedAssets
  title: string
  /** Absolute address of the page that this is a part of; null for a notice. */
  canonical: string | null
  children: ReactNode
}

/**
 * The whole document of a frame on another site. It only shows and links: there is nothing in it that a click could do on a
 * reader's behalf, so being framed by a stranger tricks nobody. Every link opens in a new tab.
 */
export function EmbedDocument({ siteName, assets, title, canonical, children }: Props) {
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} | ${siteName}`}</title>
        <meta name="robots" content="noindex" />
        <base target="_blank" />
        <link rel="stylesheet" href={assets.embedCss} />
        {canonical === null ? null : <link rel="canonical" href={canonical} />}
        <script type="module" src={assets.embed} />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  )
}
