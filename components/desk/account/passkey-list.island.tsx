'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Dialog } from '@/components/ui/dialog.island'
import { DialogEnds } from '@/components/ui/dialog-ends'
import { FormError } from '@/components/ui/form-error'
import { Moment } from '@/components/ui/moment'
import { TextField } from '@/components/ui/text-field'
import { toastDone } from '@/components/ui/toaster.island'
import { useAction } from '@/components/ui/use-action.island'
import { useFocusOnFault } from '@/components/ui/use-focus-on-fault.island'
import type { PasskeyView } from '@/newsroom/second-factor/views'
import type { FactorActions } from './factor-actions'

type Props = Pick<FactorActions, 'rename' | 'remove'> & {
  passkeys: readonly PasskeyView[]
  zone: string
  mayRemove: boolean
}

type Doing = { kind: 'rename' | 'remove'; passkey: PasskeyView } | null

/** One's passkeys by name; each can be called something else, or removed. */
export function PasskeyList({ passkeys, zone, mayRemove, rename, remove }: Props) {
  const [doing, setDoing] = useState<Doing>(null)

  async function removeNow(passkey: PasskeyView): Promise<string | null> {
    const result = await remove({ passkeyId: passkey.id })
    if (result.ok) toastDone(`“${passkey.name}” opens nothing any more.`)
    return result.ok ? null : result.error.message
  }

  return (
    <div className="w-full">
      <DataTable
        caption="Your passkeys"
        columns={columns(zone, mayRemove, setDoing)}
        rows={passkeys}
        rowKey={({ id }) => id}
      />
      {doing?.kind === 'rename' && (
        <RenamePasskey passkey={doing.passkey} rename={rename} onClose={() => setDoing(null)} />
      )}
      {doing?.kind === 'remove' && (
        <Confirm
          open
          onOpenChange={(open) => !open && setDoing(null)}
          title={`Remove “${doing.passkey.name}”?`}
          confirmLabel="Remove"
          danger
          onConfirm={() => removeNow(doing.passkey)}
        >
          It opens nothing here any more. Delete it from the device as well, so that it is not offered.
        </Confirm>
      )}
    </div>
  )
}

function columns(zone: string, mayRemove: boolean, onDo: (doing: Doing) => void): Column<PasskeyView>[] {
  return [
    {
      key: 'name',
      header: 'Passkey',
      heads: true,
      cell: ({ name, backedUp }) => (
        <div className="wrap-anywhere">
          {name}
          {backedUp && (
            <p className="text-sm font-normal text-ink-soft">Kept in your account, on all devices</p>
          )}
        </div>
      ),
    },
    { key: 'added', header: 'Added', cell: ({ createdAt }) => <Moment at={createdAt} zone={zone} dayOnly /> },
    {
      key: 'used',
      header: 'Last used',
      cell: ({ lastUsedAt }) => (lastUsedAt ? <Moment at={lastUsedAt} zone={zone} /> : 'Not yet'),
    },
    {
      key: 'change',
      header: 'Change',
      quietHeader: true,
      numeric: true,
      cell: (passkey) => (
        <div className="flex flex-wrap gap-2 sm:justify-end">
          <Button aria-label={`Rename ${passkey.name}`} onClick={() => onDo({ kind: 'rename', passkey })}>
            Rename
          </Button>
          {mayRemove && (
            <Button aria-label={`Remove ${passkey.name}`} onClick={() => onDo({ kind: 'remove', passkey })}>
              Remove
            </Button>
          )}
        </div>
      ),
    },
  ]
}

type RenameProps = { passkey: PasskeyView; rename: FactorActions['rename']; onClose: () => void }

function RenamePasskey({ passkey, rename, onClose }: RenameProps) {
  const { run, busy, error } = useAction(rename)
  const form = useFocusOnFault(error)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '')
    if (await run({ passkeyId: passkey.id, name })) onClose()
  }

  return (
    <Dialog title={`Rename “${passkey.name}”`} open onOpenChange={(open) => !open && onClose()}>
      <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          label="Name"
          id="passkey-new-name"
          name="name"
          defaultValue={passkey.name}
          maxLength={60}
          error={error?.fields.name}
        />
        <FormError message={error && !error.fields.name ? error.message : null} />
        <DialogEnds label="Save" busyLabel="Saving…" onCancel={onClose} busy={busy} />
      </form>
    </Dialog>
  )
}
