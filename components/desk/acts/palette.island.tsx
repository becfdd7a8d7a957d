'use client'
import { Command } from 'cmdk'
import { useRouter } from 'next/navigation'
import { Dialog } from 'radix-ui'
import { useRef, useState } from 'react'
import { useRegistry } from '@/components/desk/acts/acts.island'
import { keySigns } from '@/components/desk/acts/key-signs'
import { rank } from '@/components/desk/acts/rank'
import type { Act } from '@/components/desk/acts/registry'
import { useFound } from '@/components/desk/acts/use-found'
import { isMac } from '@/components/ui/is-mac'

const ITEM =
  'flex min-h-10 pointer-coarse:min-h-11 cursor-pointer items-baseline justify-between gap-4 px-4 py-2 data-[selected=true]:bg-surface data-[selected=true]:outline-2 data-[selected=true]:-outline-offset-2 data-[selected=true]:outline-focus aria-disabled:cursor-default'
const GROUP =
  '[&_[cmdk-group-heading]]:kicker [&_[cmdk-group-heading]]:px-4 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1'

/**
 * Everything that can be done here, by its name; and interviews and claims by theirs. What is chosen happens once the
 * focus is back where it was, so that the act finds the page as it stood.
 */
export function Palette() {
  const { acts, show } = useRegistry()
  const router = useRouter()
  const [query, setQuery] = useState('')
  const found = useFound(query)
  const chosen = useRef<(() => void) | null>(null)
  const cameFrom = useRef(document.activeElement)
  const mac = isMac()

  function choose(run: () => void) {
    chosen.current = run
    show(null)
  }

  /** Within a page only the address changes, which the page itself listens to. */
  function go(href: string) {
    const there = new URL(href, location.href)
    if (there.pathname === location.pathname && there.hash !== '') location.hash = there.hash
    else router.push(href)
  }

  return (
    <Dialog.Root open onOpenChange={() => show(null)}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed start-1/2 top-[12dvh] z-50 flex max-h-[76dvh] w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 flex-col border border-ink bg-paper text-ink shadow-lg rtl:translate-x-1/2"
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true })
            chosen.current?.()
          }}
        >
          <Dialog.Title className="sr-only">Find an act, an interview or a claim</Dialog.Title>
          <Command
            label="Find an act, an interview or a claim"
            loop
            filter={(_id, typed, words) => rank(typed, words?.[0] ?? '', words?.slice(1).join(' '))}
            className="flex min-h-0 flex-col"
          >
            <Command.Input
              value={query}
              onValueChange={setQuery}
              placeholder="What would you like to do?"
              className="w-full border-b border-rule bg-paper px-4 py-3 text-lg outline-offset-[-2px]"
            />
            <Command.List className="min-h-0 overflow-y-auto pb-2">
              <Command.Empty className="px-4 py-6 text-ink-soft">
                {found.asking ? 'Looking…' : 'Nothing here goes by that name.'}
              </Command.Empty>
              {byGroup(acts).map(([heading, ofGroup]) => (
                <Command.Group key={heading} heading={heading} className={GROUP}>
                  {ofGroup.map((act) => (
                    <Command.Item
                      key={act.id}
                      value={act.id}
                      keywords={[act.label, heading, act.also ?? '']}
                      disabled={act.refusal !== undefined}
                      className={ITEM}
                      onSelect={() => choose(act.run)}
                    >
                      <span>
                        {act.label}
                        {act.refusal && <span className="block text-sm text-ink-soft">{act.refusal}</span>}
                      </span>
                      <Keys act={act} mac={mac} />
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
              {found.things.length > 0 && (
                <Command.Group heading="Interviews and claims" className={GROUP} forceMount>
                  {found.things.map((thing) => (
                    <Command.Item
                      key={thing.href}
                      value={thing.href}
                      forceMount
                      className={ITEM}
                      onSelect={() => choose(() => go(thing.href))}
                    >
                      <span className="line-clamp-2 font-serif">{thing.title}</span>
                      <span className="shrink-0 text-sm text-ink-soft">{thing.kind}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Keys({ act, mac }: { act: Act; mac: boolean }) {
  const text = act.keys?.map((key) => keySigns(key, mac)).join(' or ') || act.shown
  return text ? <kbd className="shrink-0 font-sans text-sm font-semibold text-ink-soft">{text}</kbd> : null
}

/** The palette itself is not found in the palette. */
function byGroup(acts: readonly Act[]): [string, Act[]][] {
  const groups = new Map<string, Act[]>()
  for (const act of acts)
    if (act.id !== 'palette') groups.set(act.group, [...(groups.get(act.group) ?? []), act])
  return [...groups]
}
