'use client'
import { PlainPage } from '@/components/desk/plain-page'
import { Button } from '@/components/ui/button'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** A page that could not be made. Next keeps the error's text on the server; the digest finds it in the log. */
export default function DeskErrorPage({ error, reset }: Props) {
  return (
    <PlainPage kicker="Our fault" title="This page could not be made">
      <p>
        Something went wrong on our side{error.digest ? ` (reference ${error.digest})` : ''}. What was saved
        before is safe.
      </p>
      <Button variant="primary" onClick={reset}>
        Try again
      </Button>
    </PlainPage>
  )
}
