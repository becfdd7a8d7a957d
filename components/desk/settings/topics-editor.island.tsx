'use client'
import { type FormEvent, useState } from 'react'
import type { TopicLine } from '@/claims/topics/topic-schema'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Dialog } from '@/components/ui/dialog.island'
import { DialogEnds } from '@/components/ui/dialog-ends'
import { EmptyState } from '@/components/ui/empty-state'
import { FormError } from '@/components/ui/form-error'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { toastDone } from '@/components/ui/toaster.island'
import { useAction } from '@/components/ui/use-action.island'
import type { ActionResult } from '@/platform/action-result'

type TopicAction = (input: unknown) => Promise<ActionResult<TopicLine[]>>
export type TopicActions = { renameTopic: TopicAction; mergeTopics: TopicAction; removeTopic: TopicAction }

type Asked = { kind: 'rename' | 'merge' | 'remove'; topic: TopicLine } | null

/** The topics that claims carry: renamed, merged, or removed where no claim has them. New ones come from the claims. */
export function TopicsEditor({ topics: given, actions }: { topics: TopicLine[]; actions: TopicActions }) {
  const [topics, setTopics] = useState(given)
  const [asked, setAsked] = useState<Asked>(null)
  const [filter, setFilter] = useState('')
  const wanted = filter.trim().toLocaleLowerCase()
  const shown = topics.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))

  function took(next: TopicLine[], said: string) {
    setTopics(next)
    setAsked(null)
    toastDone(said)
  }

  async function remove(topic: TopicLine): Promise<string | null> {
    const result = await actions.removeTopic({ topicId: topic.id })
    if (!result.ok) return result.error.message
    took(result.value, `“${topic.name}” was removed.`)
    return null
  }

  if (topics.length === 0)
    return (
      <EmptyState title="No topics yet">
        A topic begins when somebody gives it to a claim. Here it can then be renamed or merged with another.
      </EmptyState>
    )
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      {topics.length > 12 && (
        <TextField
          label="Find a topic"
          name="find-topic"
          type="search"
          className="max-w-sm"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      <p role="status" className="sr-only">
        {shown.length} of {topics.length} topics
      </p>
      {shown.length === 0 ? (
        <EmptyState title="No topic holds these letters" />
      ) : (
        <DataTable caption="Topics" columns={columns(setAsked)} rows={shown} rowKey={({ id }) => id} />
      )}
      {asked?.kind === 'rename' && (
        <Rename
          topic={asked.topic}
          rename={actions.renameTopic}
          onDone={(next, name) => took(next, `The topic is now “${name}”.`)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.kind === 'merge' && (
        <Merge
          topic={asked.topic}
          topics={topics}
          merge={actions.mergeTopics}
          onDone={(next, into) => took(next, `The claims of “${asked.topic.name}” are now in “${into}”.`)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.kind === 'remove' && (
        <Confirm
          open
          onOpenChange={(open) => !open && setAsked(null)}
          title={`Remove “${asked.topic.name}”?`}
          confirmLabel="Remove"
          danger
          onConfirm={() => remove(asked.topic)}
        >
          No claim has it.
        </Confirm>
      )}
    </div>
  )
}

function columns(ask: (asked: Asked) => void): Column<TopicLine>[] {
  return [
    { key: 'name', header: 'Topic', heads: true, cell: ({ name }) => name },
    { key: 'slug', header: 'Address', cell: ({ slug }) => `/topics/${slug}` },
    { key: 'claims', header: 'Claims', numeric: true, cell: ({ claims }) => String(claims) },
    {
      key: 'acts',
      header: 'Change',
      quietHeader: true,
      cell: (topic) => (
        <span className="flex flex-wrap gap-2 md:justify-end">
          <Button onClick={() => ask({ kind: 'rename', topic })} aria-label={`Rename ${topic.name}`}>
            Rename
          </Button>
          <Button onClick={() => ask({ kind: 'merge', topic })} aria-label={`Merge ${topic.name}`}>
            Merge
          </Button>
          {topic.claims === 0 && (
            <Button
              variant="danger"
              onClick={() => ask({ kind: 'remove', topic })}
              aria-label={`Remove ${topic.name}`}
            >
              Remove
            </Button>
          )}
        </span>
      ),
    },
  ]
}

function Rename({
  topic,
  rename,
  onDone,
  onClose,
}: {
  topic: TopicLine
  rename: TopicAction
  onDone: (topics: TopicLine[], name: string) => void
  onClose: () => void
}) {
  const [name, setName] = useState(topic.name)
  const { run, busy, error } = useAction(rename)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await run({ topicId: topic.id, seen: topic.name, name })
    if (answer) onDone(answer.value, name.trim())
  }

  return (
    <Dialog
      title={`Rename “${topic.name}”`}
      description="Its address stays. Pages that are published keep the name until their claims are approved again."
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          label="Name"
          name="name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={error?.fields.name}
        />
        <FormError message={error?.fields.name ? undefined : error?.message} />
        <DialogEnds label="Rename" busy={busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

function Merge({
  topic,
  topics,
  merge,
  onDone,
  onClose,
}: {
  topic: TopicLine
  topics: readonly TopicLine[]
  merge: TopicAction
  onDone: (topics: TopicLine[], into: string) => void
  onClose: () => void
}) {
  const others = topics.filter(({ id }) => id !== topic.id)
  const [intoId, setIntoId] = useState('')
  const { run, busy, error } = useAction(merge)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await run({ fromId: topic.id, intoId })
    if (answer) onDone(answer.value, others.find(({ id }) => id === intoId)?.name ?? '')
  }

  return (
    <Dialog
      title={`Merge “${topic.name}” into another topic`}
      description={`${topic.claims === 1 ? 'Its one claim gets' : `Its ${topic.claims} claims get`} the other topic, and “${topic.name}” is gone. This cannot be taken back in one step.`}
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <SelectField
          label="Into"
          name="intoId"
          value={intoId}
          options={[
            { value: '', label: 'Choose a topic' },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => setIntoId(event.target.value)}
          error={error?.fields.intoId && 'Choose a topic.'}
        />
        <FormError message={error?.fields.intoId ? undefined : error?.message} />
        <DialogEnds label="Merge" busy={busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
