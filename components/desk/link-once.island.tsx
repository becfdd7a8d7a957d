'use client'
import { type RefObject, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog.island'
import { FormError } from '@/components/ui/form-error'
import { useAction } from '@/components/ui/use-action.island'
import type { MadeLink } from '@/newsroom/views'
import type { MailLink } from './member-actions'

type Props = {
  name: string
  link: MadeLink | null
  mailLink: MailLink | null
  /** Has the focus afterwards, where what was pressed is gone. */
  returnTo?: RefObject<HTMLElement | null>
  onClose: () => void
}

/** A link to choose a password by, shown this once: only its hash is kept. */
export function LinkOnce({ name, link, mailLink, returnTo, onClose }: Props) {
  return (
    <Dialog
      title={`Link for ${name}`}
      description="Send it to them by a safe way: whoever opens it first chooses the password. It is shown only now and works once."
      open={link !== null}
      onOpenChange={(open) => !open && onClose()}
      {...(returnTo ? { returnTo } : {})}
    >
      {link && <LinkPanel link={link} mailLink={mailLink} />}
      <div className="flex justify-end">
        <Button variant="primary" onClick={onClose}>
          I have passed it on
        </Button>
      </div>
    </Dialog>
  )
}

/** The link, ready to copy; by the name under which this browser knows the server. */
export function LinkPanel({ link, mailLink }: { link: MadeLink; mailLink: MailLink | null }) {
  const [copied, setCopied] = useState(false)
  const address = `${location.origin}${link.path}`

  async function copy() {
    // Browsers refuse the clipboard where the page is not served safely; the text can be selected all the same.
    const done = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    )
    setCopied(done === true)
  }

  return (
    <div className="flex flex-col items-start gap-3 border-y border-rule py-3">
      <code className="font-mono text-sm break-all select-all" data-testid="new-link">
        {address}
      </code>
      <p className="text-sm text-ink-soft">
        Works until{' '}
        {new Date(link.expiresAt).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })}.
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>
        {mailLink && <MailButton path={link.path} mailLink={mailLink} />}
      </div>
      <span role="status" className="sr-only">
        {copied ? 'The link is in the clipboard.' : ''}
      </span>
    </div>
  )
}

/** Sends the link to the member's own address, once: a second mail would only make them wonder which one counts. */
function MailButton({ path, mailLink }: { path: string; mailLink: MailLink }) {
  const [sentTo, setSentTo] = useState('')
  const { run, busy, error } = useAction(mailLink)

  async function send() {
    const sent = await run({ path })
    if (sent) setSentTo(sent.value.address)
  }

  return (
    <>
      <Button busy={busy} aria-disabled={sentTo !== ''} onClick={() => sentTo === '' && void send()}>
        {busy ? 'Sending…' : sentTo ? 'Sent' : 'Send by e-mail'}
      </Button>
      <span role="status" className="text-sm">
        {sentTo && `Sent to ${sentTo}.`}
      </span>
      <FormError message={error?.message} />
    </>
  )
}
