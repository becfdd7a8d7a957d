'use client'
import { useState } from 'react'
import { useActs } from '@/components/desk/acts/acts.island'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { Dialog } from '@/components/ui/dialog.island'
import type { FactorActions } from './factor-actions'

type Props = { codes: readonly string[] | null; siteName: string; onKept: () => void }

/** Recovery codes, shown this once: only their hashes are kept. To copy, save or print. */
export function RecoveryCodes({ codes, siteName, onKept }: Props) {
  return (
    <Dialog
      title="Keep these recovery codes"
      description="Each lets you in once when you have lost your telephone or key. They are shown only now: keep them where you keep your passport, not in this browser."
      open={codes !== null}
      onOpenChange={(open) => !open && onKept()}
    >
      {codes && <CodeList codes={codes} siteName={siteName} />}
      <div className="flex justify-end print:hidden">
        <Button variant="primary" onClick={onKept}>
          I have kept them
        </Button>
      </div>
    </Dialog>
  )
}

function CodeList({ codes, siteName }: { codes: readonly string[]; siteName: string }) {
  const [copied, setCopied] = useState(false)

  async function copy() {
    // Browsers refuse the clipboard where the page is not served safely; the text can be selected all the same.
    const done = await navigator.clipboard?.writeText(codes.join('\n')).then(
      () => true,
      () => false,
    )
    setCopied(done === true)
  }

  function save() {
    const text = `Recovery codes for ${siteName} (${location.host})\nEach works once.\n\n${codes.join('\n')}\n`
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
    const link = document.createElement('a')
    link.href = address
    link.download = 'claimline-recovery-codes.txt'
    link.click()
    URL.revokeObjectURL(address)
  }

  return (
    <div className="flex flex-col gap-3 border-y border-rule py-3" data-print-alone>
      <p className="hidden print:block">Recovery codes for {siteName}. Each works once.</p>
      <ol className="grid gap-x-6 gap-y-1 font-mono text-sm sm:grid-cols-2" data-testid="recovery-codes">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button onClick={() => void copy()}>{copied ? 'Copied' : 'Copy'}</Button>
        <Button onClick={save}>Save as a file</Button>
        <Button onClick={() => print()}>Print</Button>
      </div>
      <span role="status" className="sr-only">
        {copied ? 'The codes are in the clipboard.' : ''}
      </span>
    </div>
  )
}

type RenewProps = { renew: FactorActions['renewCodes']; onRenewed: (codes: string[]) => void }

/** Makes new codes; asked about once, because those on paper stop working. */
export function RenewCodes({ renew, onRenewed }: RenewProps) {
  const [open, setOpen] = useState(false)
  useActs([
    {
      id: 'account.codes',
      label: 'Make new recovery codes',
      group: 'How you sign in',
      run: () => setOpen(true),
    },
  ])

  async function make(): Promise<string | null> {
    const result = await renew(null)
    if (result.ok) onRenewed(result.value.recoveryCodes)
    return result.ok ? null : result.error.message
  }

  return (
    <Confirm
      trigger={<Button>Make new recovery codes</Button>}
      open={open}
      onOpenChange={setOpen}
      title="Make new recovery codes?"
      confirmLabel="Make new ones"
      onConfirm={make}
    >
      The codes that you have now stop working.
    </Confirm>
  )
}
