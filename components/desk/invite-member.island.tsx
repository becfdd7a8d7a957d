'use client'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog.island'
import { DialogEnds } from '@/components/ui/dialog-ends'
import { FormError } from '@/components/ui/form-error'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { useAction } from '@/components/ui/use-action.island'
import { useFocusOnFault } from '@/components/ui/use-focus-on-fault.island'
import { ROLE_LABELS, ROLES } from '@/newsroom/roles'
import type { MadeLink } from '@/newsroom/views'
import type { ServerAction } from '@/platform/action-result'
import { LinkOnce } from './link-once.island'
import type { MailLink } from './member-actions'

type Added = { name: string; link: MadeLink }
type Props = { invite: ServerAction<Record<string, FormDataEntryValue>, Added>; mailLink: MailLink | null }

const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }))

/** Adds a member and shows the link by which they choose a password. */
export function InviteMember({ invite, mailLink }: Props) {
  const adder = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [added, setAdded] = useState<Added | null>(null)
  const { run, busy, error, clear } = useAction(invite)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const answer = await run(Object.fromEntries(new FormData(event.currentTarget)))
    if (!answer) return
    setOpen(false)
    setAdded(answer.value)
  }

  function change(next: boolean) {
    clear()
    setOpen(next)
  }

  const form = useFocusOnFault(error)
  const fields = error?.fields ?? {}
  return (
    <>
      <Dialog
        title="Add a member"
        description="You get a link to send them; by it they choose a password."
        trigger={
          <Button ref={adder} variant="primary">
            Add a member
          </Button>
        }
        open={open}
        onOpenChange={change}
      >
        <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
          <TextField label="Name" name="name" autoComplete="off" required error={fields.name} />
          <TextField
            label="E-mail address"
            name="email"
            type="email"
            autoComplete="off"
            required
            error={fields.email}
          />
          <SelectField
            label="Role"
            name="role"
            options={ROLE_OPTIONS}
            defaultValue="reporter"
            hint="Reporters flag and research. Editors also approve and publish. Administrators also manage members and settings."
            error={fields.role}
          />
          <FormError message={error && Object.keys(fields).length === 0 ? error.message : null} />
          <DialogEnds label="Add" busyLabel="Adding…" onCancel={() => change(false)} busy={busy} />
        </form>
      </Dialog>
      <LinkOnce
        name={added?.name ?? ''}
        link={added?.link ?? null}
        mailLink={mailLink}
        returnTo={adder}
        onClose={() => setAdded(null)}
      />
    </>
  )
}
