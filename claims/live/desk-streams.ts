import 'server-only'
import { BEAT_MS, type DeskEventName, type DeskEvents } from '@/claims/live/events'
import { readHeard } from '@/claims/live/heard'
import { unreadOf } from '@/claims/live/unread'
import { forgetSilentPages, pagesIn } from '@/claims/presence/store'
import { standingSessions } from '@/newsroom/sessions-standing'
import { RateLimited, SignedOut } from '@/platform/errors'
import { EventStream, eventText } from '@/platform/event-stream'
import { Listener } from '@/platform/listen'
import { log } from '@/platform/log'

/** Streams of one member: each browser needs one, and several windows without a shared one need one each. */
export const MOST_A_MEMBER = 12
/** Streams of one process. Whoever comes later asks every few seconds instead. */
const MOST = 5000
/** A stream is begun anew now and then, so that processes share the load again after one was restarted. */
const OLDEST_MS = 30 * 60 * 1000
/** A reader that took nothing for so long is not there. */
const STUCK_MS = 30_000
/** People move quickly; who is where is told at most so often an interview. */
const PRESENCE_PAUSE_MS = 250
/** How long the database may be out of hearing before pages are told to ask for themselves. */
const DEAF_MS = 5_000

type Session = { id: string; memberId: string }
/** `version` is the member's session version when the stream was opened; null until it was read. */
type Open = { session: Session; version: number | null; stream: EventStream; since: number }

const event = <Name extends DeskEventName>(name: Name, data: DeskEvents[Name]) => eventText(name, data)

/** Everybody who watches the desk through this process: hears the database once, and tells each what concerns them. */
export class DeskStreams {
  private readonly open = new Set<Open>()
  private readonly rooms = new Map<string, { again: boolean }>()
  private beating: ReturnType<typeof setInterval> | undefined
  private silence: ReturnType<typeof setTimeout> | undefined
  private started = false
  private closed = false
  private readonly waiting = new Set<() => void>()
  private readonly listener = new Listener({
    heard: (payload) => this.heard(payload),
    hearing: () => this.hearing(),
    deaf: () => {
      this.silence = setTimeout(() => this.endAll(), DEAF_MS).unref()
    },
  })

  /**
   * Opens a stream for the browser behind a session. It is told of every interview's changes, of its member's inbox, and of
   * who is in the interviews that the member has open.
   * @throws SignedOut where the session ended, RateLimited where there are too many or the database is not heard
   */
  async join(session: Session): Promise<ReadableStream<Uint8Array>> {
    await this.listening()
    if (this.open.size >= MOST || this.of(session.memberId).length >= MOST_A_MEMBER)
      throw new RateLimited('Too many pages are open; this one asks every few seconds instead.', 30)
    const one: Open = {
      session,
      version: null,
      since: Date.now() - Math.random() * BEAT_MS,
      stream: new EventStream(() => this.left(one), event('resume', null)),
    }
    // Among the others before the session is looked at: an end of it that comes in between is heard.
    this.open.add(one)
    this.beating ??= setInterval(() => void this.beat(), BEAT_MS).unref()
    try {
      one.version = (await standingSessions([session.id])).get(session.id) ?? null
      if (one.version === null) throw new SignedOut()
      // From here on everything reaches it; so the page asks now for what came before.
      one.stream.put('resume', event('resume', null))
      await this.tellInbox([session.memberId])
    } catch (error) {
      one.stream.end()
      throw error
    }
    return one.stream.body
  }

  /** How many streams are open. */
  get size(): number {
    return this.open.size
  }

  /** Ends every stream and listens no more; for the end of the process. Pages turn to another process, or ask. */
  async close(): Promise<void> {
    this.closed = true
    clearInterval(this.beating)
    clearTimeout(this.silence)
    this.endAll()
    await this.listener.stop()
  }

  private async listening(): Promise<void> {
    if (!this.started && !this.closed) {
      this.started = true
      this.listener.start()
    }
    if (!this.listener.ready && !this.closed)
      await new Promise<void>((resolve) => {
        this.waiting.add(resolve)
        setTimeout(resolve, DEAF_MS).unref()
      })
    if (!this.listener.ready || this.closed)
      throw new RateLimited('News cannot be sent just now; this page asks every few seconds instead.', 5)
  }

  private hearing(): void {
    clearTimeout(this.silence)
    for (const resolve of this.waiting) resolve()
    this.waiting.clear()
    if (this.open.size === 0) return
    for (const { stream } of this.open) stream.put('resume', event('resume', null))
    this.inOwnTime(this.recheck([...this.open]))
    this.inOwnTime(this.tellInbox([...new Set([...this.open].map((one) => one.session.memberId))]))
  }

  private heard(payload: string): void {
    const said = readHeard(payload)
    if (!said || this.open.size === 0) return
    if ('interview' in said) {
      const text = event('interview', { id: said.interview, revision: said.revision })
      for (const { stream } of this.open) stream.put(`interview:${said.interview}`, text)
    } else if ('presence' in said) void this.tellRoom(said.presence)
    else if ('inbox' in said) {
      if (this.of(said.inbox).length > 0) this.inOwnTime(this.tellInbox([said.inbox]))
    } else this.inOwnTime(this.recheck(this.of(said.member)))
  }

  private of(memberId: string): Open[] {
    return [...this.open].filter((one) => one.session.memberId === memberId)
  }

  /** Tells at once, then not again until a moment has passed; what came meanwhile is told then. */
  private async tellRoom(interviewId: string): Promise<void> {
    const busy = this.rooms.get(interviewId)
    if (busy) {
      busy.again = true
      return
    }
    const room = { again: false }
    this.rooms.set(interviewId, room)
    try {
      const pages = await pagesIn(interviewId)
      const inside = new Set(pages.map((page) => page.memberId))
      const text = event('presence', { interviewId, pages })
      for (const one of this.open)
        if (inside.has(one.session.memberId)) one.stream.put(`presence:${interviewId}`, text)
    } catch (error) {
      complain(error)
    }
    setTimeout(() => {
      this.rooms.delete(interviewId)
      if (room.again) void this.tellRoom(interviewId)
    }, PRESENCE_PAUSE_MS).unref()
  }

  private async tellInbox(memberIds: readonly string[]): Promise<void> {
    const unread = await unreadOf(memberIds)
    for (const { session, stream } of this.open) {
      const count = unread.get(session.memberId)
      if (count !== undefined) stream.put('inbox', event('inbox', { unread: count }))
    }
  }

  /** Ends the streams whose session no longer holds. */
  private async recheck(ones: readonly Open[]): Promise<void> {
    if (ones.length === 0) return
    const standing = await standingSessions(ones.map((one) => one.session.id))
    for (const one of ones) {
      const version = standing.get(one.session.id)
      if (version === undefined || (one.version !== null && version !== one.version))
        this.say(one, { reason: 'signed-out' })
    }
  }

  private async beat(): Promise<void> {
    const at = Date.now()
    for (const one of this.open) {
      if (one.stream.stuckFor() > STUCK_MS) one.stream.drop()
      else if (at - one.since > OLDEST_MS) this.say(one, { reason: 'again' })
      else one.stream.put('beat', event('beat', null))
    }
    await forgetSilentPages().catch(complain)
  }

  private endAll(): void {
    for (const one of this.open) this.say(one, { reason: 'again' })
  }

  private say(one: Open, bye: DeskEvents['bye']): void {
    one.stream.put('bye', event('bye', bye))
    one.stream.end()
  }

  private left(one: Open): void {
    this.open.delete(one)
    if (this.open.size > 0) return
    clearInterval(this.beating)
    this.beating = undefined
  }

  /** Nobody waits for this; a database that cannot answer now says so in the log, and the next news try again. */
  private inOwnTime(work: Promise<void>): void {
    work.catch(complain)
  }
}

function complain(error: unknown): void {
  log.warn({ error: String(error) }, 'some news did not go out')
}

// Next evaluates a module once a bundle; the streams must be known once a process.
const held = globalThis as typeof globalThis & { claimlineStreams?: DeskStreams }

/** The process's streams. */
export function deskStreams(): DeskStreams {
  held.claimlineStreams ??= new DeskStreams()
  return held.claimlineStreams
}
