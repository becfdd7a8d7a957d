'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useActs } from '@/components/desk/acts/acts.island'
import { LinkPanel } from '@/components/desk/link-once.island'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { Dialog } from '@/components/ui/dialog.island'
import { DialogEnds } from '@/components/ui/dialog-ends'
import { FormError } from '@/components/ui/form-error'
import { Moment } from '@/components/ui/moment'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { toastDone } from '@/components/ui/toaster.island'
import { useAction } from '@/components/ui/use-action.island'
import { useFocusOnFault } from '@/components/ui/use-focus-on-fault.island'
import type { ActionResult } from '@/platform/action-result'
import type { PreviewLinksView } from '@/publishing/preview-link/views'

type Made = { path: string; expiresAt: string }
export type PreviewLinkActions = {
  createPreviewLink: (input: unknown) => Promise<ActionResult<Made>>
  withdrawPreviewLink: (input: unknown) => Promise<ActionResult<unknown>>
}
type Props = { view: PreviewLinksView; actions: PreviewLinkActions }

/** Links by which people outside read the draft: who has one, until when, whether it was opened. */
export function PreviewLinks({ view, actions }: Props) {
  const [open, setOpen] = useState(false)
  const { allowed } = view.abilities.share
  useActs(
    allowed
      ? [
          {
            id: 'preview.share',
            label: 'Make a preview link',
            group: 'Publish',
            keys: ['l'],
            also: 'share',
            run: () => setOpen(true),
          },
        ]
      : [],
  )
  if (!allowed && view.links.length === 0) return null
  return (
    <section aria-labelledby="preview-links">
      <h2 id="preview-links" className="font-serif text-2xl">
        Preview links
      </h2>
      <p className="mb-3 text-sm text-ink-soft">
        Whoever has one reads the draft as it stands, without signing in, until the link ends.
      </p>
      {view.links.length > 0 && (
        <ul className="mb-4 divide-y divide-rule border-y border-rule text-sm">
          {view.links.map((link) => (
            <LinkRow key={link.id} link={link} zone={view.zone} allowed={allowed} actions={actions} />
          ))}
        </ul>
      )}
      {allowed && <Button onClick={() => setOpen(true)}>Make a link…</Button>}
      <NewLink open={open} onOpenChange={setOpen} interviewId={view.interviewId} actions={actions} />
    </section>
  )
}

type RowProps = {
  link: PreviewLinksView['links'][number]
  zone: string
  allowed: boolean
  actions: PreviewLinkActions
}

function LinkRow({ link, zone, allowed, actions }: RowProps) {
  const router = useRouter()
  async function withdraw(): Promise<string | null> {
    const result = await actions.withdrawPreviewLink({ linkId: link.id })
    router.refresh()
    if (!result.ok) return result.error.message
    toastDone(`The link for ${link.label} opens nothing any more.`)
    return null
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <div className={`min-w-0 flex-1 basis-56 ${link.state === 'ended' ? 'text-ink-soft' : ''}`}>
        <span className="font-semibold [overflow-wrap:anywhere]">{link.label}</span>
        <span className="block text-ink-soft">
          {link.state === 'open' ? (
            <>
              Until <Moment at={link.expiresAt} zone={zone} />
            </>
          ) : (
            link.why
          )}
          {', by '}
          {link.by}
        </span>
        <span className="block text-ink-soft">
          {link.seenAt === null ? (
            'Not opened yet'
          ) : (
            <>
              Opened {link.seen === 1 ? 'once' : `${link.seen} times`}, last{' '}
              <Moment at={link.seenAt} zone={zone} />
            </>
          )}
        </span>
      </div>
      {allowed && link.state === 'open' && (
        <Confirm
          trigger={<Button aria-label={`Withdraw the link for ${link.label}`}>Withdraw</Button>}
          title={`Withdraw the link for ${link.label}?`}
          confirmLabel="Withdraw the link"
          danger
          onConfirm={withdraw}
        >
          It opens nothing from then on, and cannot be given back: make another one instead.
        </Confirm>
      )}
    </li>
  )
}

const DAYS = [
  { value: '1', label: 'One day' },
  { value: '3', label: 'Three days' },
  { value: '7', label: 'A week' },
  { value: '14', label: 'Two weeks' },
  { value: '30', label: 'Thirty days' },
]

type NewProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  interviewId: string
  actions: PreviewLinkActions
}

function NewLink({ open, onOpenChange, interviewId, actions }: NewProps) {
  const router = useRouter()
  const [made, setMade] = useState<Made | null>(null)
  const close = () => {
    onOpenChange(false)
    setMade(null)
  }
  return (
    <Dialog
      title={made ? 'The link' : 'Make a preview link'}
      description={
        made
          ? 'Send it by a safe way: whoever has it reads the draft. It is shown only now.'
          : 'It shows the page as it would be published at that moment, with its picture and its recording.'
      }
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
    >
      {made ? (
        <>
          <LinkPanel link={made} mailLink={null} />
          <div className="flex justify-end">
            <Button variant="primary" onClick={close}>
              I have passed it on
            </Button>
          </div>
        </>
      ) : (
        <LinkForm
          interviewId={interviewId}
          actions={actions}
          onCancel={close}
          onMade={(link) => {
            setMade(link)
            router.refresh()
          }}
        />
      )}
    </Dialog>
  )
}

type FormProps = Pick<NewProps, 'interviewId' | 'actions'> & {
  onCancel: () => void
  onMade: (link: Made) => void
}

function LinkForm({ interviewId, actions, onCancel, onMade }: FormProps) {
  const { run, busy, error } = useAction(actions.createPreviewLink)
  const form = useFocusOnFault(error)
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const done = await run({ interviewId, label: String(data.get('label')), days: Number(data.get('days')) })
    if (done) onMade(done.value)
  }
  return (
    <form ref={form} onSubmit={send} noValidate className="flex flex-col gap-4">
      <TextField
        label="Who it is for"
        name="label"
        maxLength={120}
        autoComplete="off"
        hint="For the newsroom’s own list, such as “Counsel” or “Bo Marsh’s office”."
        error={error?.fields.label}
      />
      <SelectField
        label="Ends after"
        name="days"
        defaultValue="3"
        options={DAYS}
        error={error?.fields.days}
      />
      {error && Object.keys(error.fields).length === 0 && <FormError message={error.message} />}
      <DialogEnds label="Make the link" busyLabel="Making it…" busy={busy} onCancel={onCancel} />
    </form>
  )
}
