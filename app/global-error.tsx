'use client'
import { PlainPage } from '@/components/desk/plain-page'
import { Button } from '@/components/ui/button'
import './desk.css'

type Props = { error: Error & { digest?: string } }

/** When even the layout failed, e.g. because the database is away. */
export default function GlobalErrorPage({ error }: Props) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Claimline</title>
        <main id="content">
          <PlainPage kicker="Our fault" title="The desk cannot be shown right now">
            <p>
              Something went wrong on our side{error.digest ? ` (reference ${error.digest})` : ''}. What was
              saved before is safe.
            </p>
            <Button variant="primary" onClick={() => window.location.reload()}>
              Try again
            </Button>
          </PlainPage>
        </main>
      </body>
    </html>
  )
}
