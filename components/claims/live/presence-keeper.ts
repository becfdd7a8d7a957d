import type { PresenceInput } from '@/claims/presence/schema'
import type { PresentPage } from '@/claims/presence/views'
import { type Person, personsOf } from '@/components/claims/live/persons'

const BEAT_MS = 20_000
/** Where no stream tells who comes and goes, the answers to this do. */
const BEAT_ALONE_MS = 10_000
/** Going through a form with the Tab key is one move, not ten. */
const PAUSE_MS = 400

type World = {
  interviewId: string
  memberId: string
  pageId: string
  /** Says where the page is; answers with who is there, or null where that is not known. */
  say: (input: PresenceInput) => Promise<readonly PresentPage[] | null>
  /** As `say`, while the page closes. */
  sayLast: (input: PresenceInput) => void
  visible: () => boolean
  streaming: () => boolean
}

/** Says where this page is, and holds where the others are. */
export class PresenceKeeper {
  private persons: readonly Person[] = []
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private place: { claimId: string | null; field: string } = { claimId: null, field: '' }
  private here = false

  constructor(private readonly world: World) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly all = (): readonly Person[] => this.persons

  start(): void {
    this.here = true
    this.again(0)
  }

  /** The page closes, or is left. */
  leave(): void {
    if (!this.here) return
    this.here = false
    clearTimeout(this.timer)
    this.world.sayLast({ kind: 'gone', pageId: this.world.pageId })
  }

  /** The reader opened a claim or closed it, or went into a field of it. */
  move(claimId: string | null, field: string): void {
    if (claimId === this.place.claimId && field === this.place.field) return
    this.place = { claimId, field }
    if (this.here) this.again(PAUSE_MS)
  }

  /** Says it once more: somebody came back to the page, or the server did. */
  readonly renew = (): void => {
    if (this.here && this.world.visible()) this.again(0)
  }

  /** Who is where now, as told by the server. */
  told(interviewId: string, pages: readonly PresentPage[]): void {
    if (interviewId !== this.world.interviewId) return
    const persons = personsOf(pages, this.world.memberId)
    if (JSON.stringify(persons) === JSON.stringify(this.persons)) return
    this.persons = persons
    for (const listener of this.listeners) listener()
  }

  private again(wait: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.speak(), wait)
  }

  private async speak(): Promise<void> {
    // Nobody looks at this page; the server forgets it by itself, and it speaks again when it is looked at.
    if (!this.here || !this.world.visible()) return
    this.again(this.world.streaming() ? BEAT_MS : BEAT_ALONE_MS)
    const { interviewId, pageId } = this.world
    const { place } = this
    const pages = await this.world.say({ kind: 'here', pageId, interviewId, ...place })
    if (pages && this.here && place === this.place) this.told(interviewId, pages)
  }
}
