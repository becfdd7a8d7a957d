import { type ComponentProps, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PersonName } from '@/claims/views'
import { type NameTyped, nameTyped, offers, withName } from '@/components/claims/talk/name-typed'
import { TextArea } from '@/components/ui/text-area'

type Props = Pick<ComponentProps<typeof TextArea>, 'label' | 'id' | 'name' | 'error' | 'rows' | 'hint'> & {
  value: string
  /** Who can be named. */
  members: readonly PersonName[]
  onText: (text: string) => void
  /** Somebody was chosen from the list. */
  onPick: (text: string, member: PersonName) => void
  onSend: () => void
  onGiveUp?: () => void
}

/**
 * A text in which `@` offers the names of the desk. The list follows the pattern of a text field with suggestions: the
 * focus stays in the text, arrows choose, Enter or Tab puts the name in, Escape closes the list and nothing else.
 */
export function TalkField({ value, members, onText, onPick, onSend, onGiveUp, ...field }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState<NameTyped | null>(null)
  const [chosen, setChosen] = useState(0)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const found = typed ? offers(typed.query, members) : []
  const open = found.length > 0
  const optionId = (place: number) => `${listId}-${place}`

  // Near the end of a panel the list would open out of sight.
  useEffect(() => {
    if (open) list.current?.scrollIntoView({ block: 'nearest' })
  }, [open])

  function look() {
    const at = area.current
    const next = at && at.selectionStart === at.selectionEnd ? nameTyped(at.value, at.selectionStart) : null
    if (next?.query !== typed?.query) setChosen(0)
    setTyped(next)
  }

  function pick(member: PersonName | undefined) {
    if (!member || !typed) return
    const { text, caret } = withName(value, typed, member.name)
    // At once: whoever types on must not have the next letter land before the caret is where it belongs.
    flushSync(() => {
      setTyped(null)
      onPick(text, member)
    })
    area.current?.focus()
    area.current?.setSelectionRange(caret, caret)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const bare = !event.shiftKey && !event.altKey
    const act = () => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return onSend()
      if (open && bare) {
        if (event.key === 'ArrowDown') return setChosen((chosen + 1) % found.length)
        if (event.key === 'ArrowUp') return setChosen((chosen + found.length - 1) % found.length)
        if (event.key === 'Enter' || event.key === 'Tab') return pick(found[chosen])
        if (event.key === 'Escape') return setTyped(null)
      } else if (event.key === 'Escape' && onGiveUp && value.trim() === '') return onGiveUp()
      return null
    }
    if (act() !== null) event.preventDefault()
  }

  return (
    <div className="flex flex-col">
      <TextArea
        {...field}
        ref={area}
        value={value}
        dir="auto"
        maxLength={5000}
        aria-autocomplete="list"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? optionId(chosen) : undefined}
        onChange={(event) => {
          onText(event.target.value)
          look()
        }}
        onSelect={look}
        onKeyDown={onKeyDown}
        onBlur={() => setTyped(null)}
      />
      {open && (
        <div
          ref={list}
          id={listId}
          role="listbox"
          aria-label="People at the desk"
          className="mt-1 max-h-64 overflow-y-auto border border-ink bg-paper shadow-lg"
        >
          {found.map((member, place) => (
            // The focus stays in the text; keys are heard there.
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            // biome-ignore lint/a11y/useKeyWithClickEvents: as above
            <div
              key={member.id}
              id={optionId(place)}
              role="option"
              aria-selected={place === chosen}
              className="flex min-h-10 cursor-pointer items-center px-3 py-1.5 text-sm aria-selected:bg-surface aria-selected:font-semibold aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-focus pointer-coarse:min-h-11"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(member)}
            >
              <span dir="auto">{member.name}</span>
            </div>
          ))}
        </div>
      )}
      <p role="status" className="sr-only">
        {open
          ? `${found.length === 1 ? 'One name' : `${found.length} names`}. Up and down choose, Enter puts it in.`
          : ''}
      </p>
    </div>
  )
}
