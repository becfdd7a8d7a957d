'use client'
import { useRegistry } from '@/components/desk/acts/acts.island'
import { keySigns } from '@/components/desk/acts/key-signs'
import type { Act, KeyGroup } from '@/components/desk/acts/registry'
import { Dialog } from '@/components/ui/dialog.island'
import { isMac } from '@/components/ui/is-mac'

/** The list of keys that the question mark shows: of the acts of this page, and of what its parts hear besides. */
export function KeysDialog() {
  const { acts, keyGroups, show } = useRegistry()
  const groups = [...groupsOf(acts, isMac()), ...keyGroups]
  return (
    <Dialog
      title="Keys"
      description="Single letters work outside texts, so that they never end up in one. Some need the focus in the transcript: their heading says so."
      open
      onOpenChange={() => show(null)}
    >
      {groups.map(({ title, keys }) => (
        <section key={title} className="flex flex-col gap-1.5">
          <h3 className="border-b border-rule pb-1 font-semibold">{title}</h3>
          <dl className="grid grid-cols-[10.5rem_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm max-sm:grid-cols-[7.5rem_minmax(0,1fr)]">
            {keys.map((line) => (
              <div key={`${line.keys} ${line.does}`} className="contents">
                <dt className="font-semibold">{line.keys}</dt>
                <dd>{line.does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}

/** Acts with a key of their own. Those that another part hears stand in that part's own list. */
function groupsOf(acts: readonly Act[], mac: boolean): KeyGroup[] {
  const groups = new Map<string, { keys: string; does: string }[]>()
  for (const { group, label, keys } of acts) {
    if (!keys || keys.length === 0) continue
    const line = { keys: keys.map((key) => keySigns(key, mac)).join(' or '), does: label }
    groups.set(group, [...(groups.get(group) ?? []), line])
  }
  return [...groups].map(([title, keys]) => ({ title, keys }))
}
