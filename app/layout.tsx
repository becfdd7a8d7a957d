import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import './desk.css'

export const metadata: Metadata = {
  title: { default: 'Claimline', template: '%s · Claimline' },
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** Around every page that people sign in to. Readers' pages are route handlers and have nothing of this. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading a header makes every page dynamic. A page rendered at build time could not carry this answer's nonce, and
  // the policy would stop all of its scripts.
  await headers()
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
