'use client'
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useId,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import { isPress, type KeyName, worksWhileTyping } from './press'

/** Something a member can do on this page. The palette finds it by its label, `?` lists its key. */
export type Act = {
  /** Stable, e.g. `claim.approve`. The same id on a page is one act: what was registered last holds. */
  id: string
  /** As on its button: “Approve”. */
  label: string
  /** Heading it stands under: “Claim”, “Go to”. */
  group: string
  keys?: readonly KeyName[]
  /** Other words by which somebody may look for it. */
  also?: string
  /** Why it cannot be done just now; it is then listed and not done. */
  refusal?: string
  run: () => void
}

/** The acts of a page, from all its parts. Parts that are mounted later stand before those that were there. */
class Registry {
  private parts = new Map<string, readonly Act[]>()
  private listeners = new Set<() => void>()
  private listed: readonly Act[] = []

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly all = (): readonly Act[] => this.listed

  put(part: string, acts: readonly Act[] | null): void {
    this.parts.delete(part)
    if (acts) this.parts.set(part, acts)
    const byId = new Map([...this.parts.values()].flat().map((act) => [act.id, act]))
    this.listed = [...byId.values()]
    for (const listener of this.listeners) listener()
  }

  /** The act that a key press asks for; what was registered last is asked first. */
  find(event: KeyboardEvent, typing: boolean): Act | undefined {
    const mac = /mac|iphone|ipad/i.test(navigator.userAgent)
    return [...this.listed]
      .reverse()
      .find((act) => act.keys?.some((key) => (worksWhileTyping(key) || !typing) && isPress(key, event, mac)))
  }
}

const ActsContext = createContext<Registry | null>(null)

/** Stands around every desk page: hears the keys and holds the acts that the page's parts offer. */
export function ActsProvider({ children }: { children: ReactNode }) {
  const registry = useMemo(() => new Registry(), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const act = registry.find(event, isTyping(event.target))
      if (!act) return
      event.preventDefault()
      if (!act.refusal) act.run()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [registry])
  return <ActsContext value={registry}>{children}</ActsContext>
}

/** Offers acts for as long as the calling part is mounted. Outside the desk's shell it does nothing. */
export function useActs(acts: readonly Act[]): void {
  const registry = use(ActsContext)
  const part = useId()
  const last = useRef(acts)
  last.current = acts
  // Their handlers are new at each rendering; only what people see of them makes the list new.
  const seen = acts.map(({ id, label, keys, refusal }) => [id, label, keys, refusal].join('|')).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seen` stands for the acts
  useEffect(() => {
    registry?.put(
      part,
      last.current.map((act, index) => ({ ...act, run: () => last.current[index]?.run() })),
    )
  }, [registry, part, seen])
  useEffect(() => () => registry?.put(part, null), [registry, part])
}

/** All acts of the page. */
export function useAllActs(): readonly Act[] {
  const registry = use(ActsContext)
  return useSyncExternalStore(registry?.subscribe ?? nothing, registry?.all ?? none, none)
}

const NONE: readonly Act[] = []
const none = () => NONE
const nothing = () => () => {}

/** True where a bare letter belongs to a text, a list or a panel over the page. */
function isTyping(target: EventTarget | null): boolean {
  const taken =
    'input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable], [role$=dialog], [role=menu], [role=listbox]'
  return target instanceof Element && target.closest(taken) !== null
}
