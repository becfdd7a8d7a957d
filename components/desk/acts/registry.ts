import { isPress, type KeyName, worksWhileTyping } from '@/components/desk/acts/press'

/** Something a member can do on this page. The palette finds it by its label, `?` lists its key. */
export type Act = {
  /** Stable, e.g. `claim.approve`. The same id on a page is one act: what was registered last holds. */
  id: string
  /** As on its button: “Approve”. */
  label: string
  /** Heading it stands under: “Claim”, “Go to”. */
  group: string
  keys?: readonly KeyName[]
  /** Keys that another part hears by itself, as they are shown: `F in the transcript`. */
  shown?: string
  /** Other words by which somebody may look for it. */
  also?: string
  /** Why it cannot be done just now; it is then listed and not done. */
  refusal?: string
  run: () => void
}

/** Keys that no act stands for, such as moving by word: only the list under `?` has them. */
export type KeyGroup = { title: string; keys: readonly { keys: string; does: string }[] }

export type Panel = 'palette' | 'keys' | null

/** What the parts of a page offer. Parts that are mounted later stand before those that were there. */
export class Registry {
  private readonly parts = new Map<string, readonly Act[]>()
  private readonly references = new Map<string, readonly KeyGroup[]>()
  private readonly listeners = new Set<() => void>()
  private listed: readonly Act[] = []
  private groups: readonly KeyGroup[] = []
  private open: Panel = null

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly acts = (): readonly Act[] => this.listed
  readonly keyGroups = (): readonly KeyGroup[] => this.groups
  readonly panel = (): Panel => this.open

  /** Null takes the part's acts away. */
  put(part: string, acts: readonly Act[] | null): void {
    this.parts.delete(part)
    if (acts) this.parts.set(part, acts)
    const byId = new Map([...this.parts.values()].flat().map((act) => [act.id, act]))
    this.listed = [...byId.values()]
    this.tell()
  }

  putKeys(part: string, groups: readonly KeyGroup[] | null): void {
    this.references.delete(part)
    if (groups) this.references.set(part, groups)
    this.groups = [...this.references.values()].flat()
    this.tell()
  }

  show(panel: Panel): void {
    this.open = panel
    this.tell()
  }

  /** The act that a key press asks for; what was registered last is asked first. */
  find(press: KeyboardEvent, at: { typing: boolean; mac: boolean }): Act | undefined {
    return [...this.listed]
      .reverse()
      .find((act) =>
        act.keys?.some((key) => (worksWhileTyping(key) || !at.typing) && isPress(key, press, at.mac)),
      )
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}
