import { useEffect, useId, useRef, useState } from 'react'
import { z } from 'zod'
import { CONTROL_CLASS, controlProps, Field } from '@/components/ui/field'

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  affiliation: z.string(),
  description: z.string(),
})
export type KnownPerson = z.infer<typeof personSchema>

const PAUSE_MS = 200

type Props = {
  id: string
  value: string
  error: string | undefined
  onType: (name: string) => void
  onPick: (person: KnownPerson) => void
}

/** A name, with the persons the newsroom knows whose name it may be (ARIA combobox with a list). Any other can be typed. */
export function PersonField({ id, value, error, onType, onPick }: Props) {
  const list = useId()
  const [found, setFound] = useState<readonly KnownPerson[]>([])
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const asked = useRef<AbortController | null>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const shown = open && found.length > 0
  const stop = () => {
    clearTimeout(pause.current)
    asked.current?.abort()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is under way ends with the field
  useEffect(() => stop, [])

  function look(name: string) {
    stop()
    setAt(-1)
    if (name.trim().length < 2) return setFound([])
    const now = new AbortController()
    asked.current = now
    pause.current = setTimeout(async () => {
      const persons = await personsLike(name, now.signal)
      if (now.signal.aborted) return
      setFound(persons)
      // An answer that comes late opens nothing over a field that was left.
      setOpen(document.activeElement?.id === id)
    }, PAUSE_MS)
  }

  function pick(person: KnownPerson | undefined) {
    if (!person) return
    stop()
    setOpen(false)
    onPick(person)
  }

  return (
    <Field label="Expert’s name" name="expertName" id={id} error={error}>
      <div className="relative">
        <input
          {...controlProps({ id, name: 'expertName', error })}
          className={CONTROL_CLASS}
          value={value}
          autoComplete="off"
          dir="auto"
          role="combobox"
          aria-expanded={shown}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={shown && at >= 0 ? `${list}-${at}` : undefined}
          onChange={(event) => {
            onType(event.target.value)
            look(event.target.value)
          }}
          onBlur={() => setOpen(false)}
          onKeyDown={(event) => {
            if (!shown) return
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              const by = event.key === 'ArrowDown' ? 1 : -1
              setAt((now) => ((now + by + found.length + 1 + 1) % (found.length + 1)) - 1)
            } else if (event.key === 'Enter' && at >= 0) pick(found[at])
            else if (event.key === 'Escape') setOpen(false)
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
        <div
          id={list}
          role="listbox"
          aria-label="Persons known here"
          hidden={!shown}
          className="absolute inset-x-0 top-full z-20 max-h-72 overflow-y-auto border border-rule-strong bg-paper shadow-lg"
        >
          {found.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, as a combobox has them
            <div
              key={person.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              tabIndex={-1}
              className={`min-h-10 cursor-pointer px-3 py-1.5 text-sm ${index === at ? 'bg-surface' : ''}`}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onMouseEnter={() => setAt(index)}
              onClick={() => pick(person)}
            >
              <span className="font-semibold">{person.name}</span>
              <span className="block text-ink-soft">
                {[person.affiliation, person.description].filter(Boolean).join(' · ') ||
                  'No affiliation known'}
              </span>
            </div>
          ))}
        </div>
      </div>
    </Field>
  )
}

/** Empty where the server cannot be asked: a name can always be typed. */
async function personsLike(name: string, signal: AbortSignal): Promise<readonly KnownPerson[]> {
  try {
    const response = await fetch(`/api/persons?name=${encodeURIComponent(name.trim())}`, { signal })
    return z
      .array(personSchema)
      .catch([])
      .parse(await response.json())
  } catch {
    return []
  }
}
