import { Ellipsis } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { QueueActions } from '@/claims/queue/queue-actions'
import type { SavedAnswer, SavedFilterView } from '@/claims/queue/views'
import type { QueueState } from '@/components/claims/queue/use-queue'
import { send } from '@/components/claims/send'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog.island'
import { DialogEnds } from '@/components/ui/dialog-ends'
import { FormError } from '@/components/ui/form-error'
import { Menu, MenuItem } from '@/components/ui/menu.island'
import { TextField } from '@/components/ui/text-field'
import { toastDone, toastRefused } from '@/components/ui/toaster.island'
import { useFocusOnFault } from '@/components/ui/use-focus-on-fault.island'
import type { ActionError, ActionResult } from '@/platform/action-result'

type Shared = { queue: QueueState; here: string; actions: QueueActions }

/** Runs an act on one's filters and shows them as they are then. */
async function run(
  queue: QueueState,
  act: () => Promise<ActionResult<SavedAnswer>>,
  done: string,
): Promise<ActionError | null> {
  const result = await send(act)
  if (!result.ok) return result.error
  queue.setSaved(result.value.saved)
  queue.setCounts(result.value.counts)
  queue.say(done)
  return null
}

/** What can be done with one's own filter. */
export function SavedMenu({
  one,
  index,
  queue,
  here,
  actions,
}: Shared & { one: SavedFilterView; index: number }) {
  const [renaming, setRenaming] = useState(false)
  const look = queue.look()
  const last = queue.saved.length - 1
  const act = async (what: () => Promise<ActionResult<SavedAnswer>>, done: string) => {
    const refused = await run(queue, what, done)
    if (refused) toastRefused(refused.message)
    return refused === null
  }
  const move = (place: number) =>
    void act(
      () => actions.moveFilter({ ask: { filterId: one.id, place }, look }),
      `“${one.name}” is number ${place + 1} of ${last + 1}.`,
    )
  async function remove() {
    const said = `“${one.name}” removed.`
    if (!(await act(() => actions.removeFilter({ ask: { filterId: one.id }, look }), said))) return
    const ask = { name: one.name, query: one.query, place: index }
    toastDone(said, {
      undo: () => void act(() => actions.saveFilter({ ask, look }), `“${one.name}” is back.`),
    })
  }
  return (
    <>
      <Menu
        trigger={
          <Button variant="quiet" className="px-2" aria-label={`Change the filter ${one.name}`}>
            <Ellipsis aria-hidden="true" className="size-4" />
          </Button>
        }
      >
        <MenuItem onSelect={() => setRenaming(true)}>Rename…</MenuItem>
        {here !== one.query && (
          <MenuItem
            onSelect={() =>
              void act(
                () => actions.saveFilter({ ask: { name: one.name, query: here }, look }),
                `“${one.name}” is now what you see.`,
              )
            }
          >
            Make it what you see
          </MenuItem>
        )}
        {index > 0 && <MenuItem onSelect={() => move(index - 1)}>Move up</MenuItem>}
        {index < last && <MenuItem onSelect={() => move(index + 1)}>Move down</MenuItem>}
        <MenuItem danger onSelect={() => void remove()}>
          Remove
        </MenuItem>
      </Menu>
      {renaming && (
        <NameDialog
          title={`Rename “${one.name}”`}
          name={one.name}
          label="Rename"
          onClose={() => setRenaming(false)}
          onName={(name) =>
            run(
              queue,
              () => actions.renameFilter({ ask: { filterId: one.id, name }, look }),
              `Renamed to “${name}”.`,
            )
          }
        />
      )}
    </>
  )
}

/** Keeps what is narrowed to now under a name; one of that name is written over. */
export function KeepFilter({ queue, here, actions }: Shared) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" className="px-2" onClick={() => setOpen(true)}>
        Keep this filter…
      </Button>
      {open && (
        <NameDialog
          title="Keep this filter"
          name=""
          label="Keep"
          hint="A name that you gave before is given to this one."
          onClose={() => setOpen(false)}
          onName={(name) =>
            run(
              queue,
              () => actions.saveFilter({ ask: { name, query: here }, look: queue.look() }),
              `Kept as “${name}”.`,
            )
          }
        />
      )}
    </>
  )
}

type NameProps = {
  title: string
  name: string
  label: string
  hint?: string
  onClose: () => void
  onName: (name: string) => Promise<ActionError | null>
}

function NameDialog({ title, name, label, hint, onClose, onName }: NameProps) {
  const [error, setError] = useState<ActionError | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useFocusOnFault(error)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setBusy(true)
    const refused = await onName(String(new FormData(event.currentTarget).get('name') ?? '').trim())
    setBusy(false)
    if (refused) setError(refused)
    else onClose()
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      <form ref={form} noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Name"
          name="name"
          id="filter-name"
          defaultValue={name}
          maxLength={60}
          autoComplete="off"
          {...(hint ? { hint } : {})}
          error={error?.fields.name}
        />
        {error && !error.fields.name && <FormError message={error.message} />}
        <DialogEnds label={label} onCancel={onClose} busy={busy} />
      </form>
    </Dialog>
  )
}
