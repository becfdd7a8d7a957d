'use client'
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  use,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import { type Act, type KeyGroup, type Panel, Registry } from '@/components/desk/acts/registry'
import { isMac } from '@/components/ui/is-mac'
import { toastRefused } from '@/components/ui/toaster.island'

export type { Act } from '@/components/desk/acts/registry'

const ActsContext = createContext<Registry | null>(null)

// Neither is needed before somebody asks for it, and pages open sooner without them.
const Palette = lazy(async () => ({ default: (await import('./palette.island')).Palette }))
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.island')).KeysDialog }))

/** Stands around every desk page: hears the keys, holds the acts that the page's parts offer, shows their lists. */
export function ActsProvider({ children }: { children: ReactNode }) {
  const registry = useMemo(() => new Registry(), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const act = registry.find(event, { typing: isTyping(event.target), mac: isMac() })
      if (!act) return
      event.preventDefault()
      if (act.refusal) toastRefused(act.refusal)
      else act.run()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [registry])
  return (
    <ActsContext value={registry}>
      {children}
      <Panels />
    </ActsContext>
  )
}

/** Offers acts for as long as the calling part is mounted. Outside the desk's shell it does nothing. */
export function useActs(acts: readonly Act[]): void {
  const registry = use(ActsContext)
  const part = useId()
  const last = useRef(acts)
  last.current = acts
  // Their handlers are new at each rendering; only what people see of them makes the list new.
  const seen = acts
    .map(({ id, label, keys, shown, refusal }) => [id, label, keys, shown, refusal].join('|'))
    .join('\n')
  // With what is shown, and not after it is painted: who sees a list may press its keys.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seen` stands for the acts
  useLayoutEffect(() => {
    registry?.put(
      part,
      last.current.map((act, index) => ({ ...act, run: () => last.current[index]?.run() })),
    )
  }, [registry, part, seen])
  useLayoutEffect(() => () => registry?.put(part, null), [registry, part])
}

/** Keys for the list under `?` that no act stands for. `groups` must be the same object at each rendering. */
export function useKeyGroups(groups: readonly KeyGroup[]): void {
  const registry = use(ActsContext)
  const part = useId()
  useEffect(() => {
    registry?.putKeys(part, groups)
    return () => registry?.putKeys(part, null)
  }, [registry, part, groups])
}

/** What the page offers, and which of the two lists is open. */
export function useRegistry() {
  const registry = use(ActsContext)
  const subscribe = registry?.subscribe ?? nothing
  return {
    acts: useSyncExternalStore(subscribe, registry?.acts ?? none, none),
    keyGroups: useSyncExternalStore(subscribe, registry?.keyGroups ?? noGroups, noGroups),
    panel: useSyncExternalStore(subscribe, registry?.panel ?? closed, closed),
    show: (panel: Panel) => registry?.show(panel),
  }
}

function Panels() {
  const { panel, show } = useRegistry()
  useActs([
    {
      id: 'palette',
      label: 'Find an act, an interview or a claim',
      group: 'Everywhere',
      keys: ['Mod+k'],
      run: () => show('palette'),
    },
    {
      id: 'keys',
      label: 'List the keys of this page',
      group: 'Everywhere',
      keys: ['?'],
      run: () => show('keys'),
    },
  ])
  return (
    <Suspense>
      {panel === 'palette' && <Palette />}
      {panel === 'keys' && <KeysDialog />}
    </Suspense>
  )
}

const NONE: readonly Act[] = []
const none = () => NONE
const NO_GROUPS: readonly KeyGroup[] = []
const noGroups = () => NO_GROUPS
const closed = (): Panel => null
const nothing = () => () => {}

/** True where a bare letter belongs to a text, a list or a panel over the page. */
function isTyping(target: EventTarget | null): boolean {
  const taken =
    'input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable], [role$=dialog], [role=menu], [role=listbox]'
  return target instanceof Element && target.closest(taken) !== null
}
