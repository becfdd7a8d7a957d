'use client'
import { type RefObject, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog.island'
import type { MadeToken } from '@/newsroom/api-tokens/views'

type Props = { made: MadeToken | null; returnTo: RefObject<HTMLElement | null>; onClose: () => void }

/** A token, shown this once: only its hash is kept. */
export function TokenOnce({ made, returnTo, onClose }: Props) {
  return (
    <Dialog
      title={`Token for “${made?.name ?? ''}”`}
      description="Copy it into that system now. It is shown only here and only now; a lost one is revoked, and another one made."
      open={made !== null}
      onOpenChange={(open) => !open && onClose()}
      returnTo={returnTo}
    >
      {made && <TokenPanel token={made.token} />}
      <div className="flex justify-end">
        <Button variant="primary" onClick={onClose}>
          I have copied it
        </Button>
      </div>
    </Dialog>
  )
}

function TokenPanel({ token }: { token: string }) {
  const [copied, setCopied] = useState(false)

  async function copy() {
    // Browsers refuse the clipboard where the page is not served safely; the text can be selected all the same.
    const done = await navigator.clipboard?.writeText(token).then(
      () => true,
      () => false,
    )
    setCopied(done === true)
  }

  return (
    <div className="flex flex-col items-start gap-3 border-y border-rule py-3">
      <code className="font-mono text-sm break-all select-all" data-testid="new-token">
        {token}
      </code>
      <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>
      <span role="status" className="sr-only">
        {copied ? 'The token is in the clipboard.' : ''}
      </span>
    </div>
  )
}
