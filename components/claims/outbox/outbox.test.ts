import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftStore } from '@/components/claims/drafts'
import { Outbox } from '@/components/claims/outbox/outbox'
import { OFFLINE } from '@/components/claims/send'
import type { ActionResult } from '@/platform/action-result'

/** One browser's storage, which outlives its pages. */
function browser() {
  const kept = new Map<string, unknown>()
  const store: DraftStore = {
    keep: (name, value) => Boolean(kept.set(name, structuredClone(value))),
    find: (name, schema) => schema.safeParse(kept.get(name)).data ?? null,
    forget: (name) => void kept.delete(name),
    names: (beginning) => [...kept.keys()].filter((name) => name.startsWith(beginning)),
  }
  return { kept, store }
}

type Fate = 'ok' | 'gone' | 'lost' | 'signed-out' | 'conflict' | 'fault'

/** A server that does each id once. `fates` says what becomes of each request in turn; all is well after the last. */
function server(fates: Fate[] = []) {
  const done: { lane: string; id: string }[] = []
  const answer = async (lane: string, id: string): Promise<ActionResult<string>> => {
    const fate = fates.shift() ?? 'ok'
    if (fate === 'gone') throw new TypeError('Failed to fetch')
    if (fate !== 'ok' && fate !== 'lost')
      return { ok: false, error: { kind: fate, message: `It is ${fate}.`, fields: {} } }
    if (!done.some((one) => one.id === id)) done.push({ lane, id })
    if (fate === 'lost') throw new TypeError('Connection reset')
    return { ok: true, value: id }
  }
  return { done, answer, fates }
}

function page({ store }: ReturnType<typeof browser>, { answer }: ReturnType<typeof server>) {
  const told: { id: string; heard: boolean }[] = []
  const later: (() => void)[] = []
  const outbox = new Outbox({
    store,
    send: (act) => answer(act.lane, act.requestId),
    before: async () => {},
    took: (act, _value, heard) => void told.push({ id: act.requestId, heard }),
    alone: (_name, act) => act(),
    later(act) {
      later.push(act)
      return () => {}
    },
  })
  const does = (lane: string, id: string, input: unknown = { requestId: id }) =>
    outbox.submit(
      { act: 'addComment', interviewId: 'i', lane, input, requestId: id, madeHere: false },
      (requestId) => answer(lane, requestId),
    )
  outbox.reload()
  return { outbox, does, told, pass: () => later.splice(0).forEach((act) => void act()) }
}

const ids = (many: { id: string }[]) => many.map(({ id }) => id)

describe('an act at the desk', () => {
  it('is kept before it is sent, and forgotten once the server has it', async () => {
    const [own, far] = [browser(), server()]
    const { outbox, does } = page(own, far)
    const answered = does('c', 'one')
    expect(own.kept.size).toBe(1)
    expect(outbox.isSending()).toBe(true)
    expect(await answered).toEqual({ ok: true, value: 'one' })
    expect(own.kept.size).toBe(0)
    expect(outbox.count()).toBe(0)
  })

  it('waits where the server is gone, says so, and is sent by the next page', async () => {
    const [own, far] = [browser(), server(['gone'])]
    const first = page(own, far)
    expect(await first.does('c', 'one')).toMatchObject({ ok: false, error: { kind: OFFLINE } })
    expect(first.outbox.isOffline()).toBe(true)
    expect(first.outbox.all().map((act) => first.outbox.isLate(act))).toEqual([true])
    const next = page(own, far)
    expect(next.outbox.count()).toBe(1)
    await next.outbox.flush()
    expect(ids(far.done)).toEqual(['one'])
    expect(next.told).toEqual([{ id: 'one', heard: false }])
    expect(own.kept.size).toBe(0)
  })

  it('whose answer was lost is sent again and done once', async () => {
    const [own, far] = [browser(), server(['lost'])]
    const { outbox, does } = page(own, far)
    expect(await does('c', 'one')).toMatchObject({ ok: false })
    outbox.reached()
    await outbox.flush()
    expect(ids(far.done)).toEqual(['one'])
    expect(outbox.count()).toBe(0)
  })

  it('never overtakes one of the same claim; other claims do not wait for it', async () => {
    const [own, far] = [browser(), server(['gone', 'ok'])]
    const { outbox, does } = page(own, far)
    const first = does('c', 'one')
    const second = does('c', 'two')
    const other = does('d', 'three')
    expect(await other).toMatchObject({ ok: true })
    expect(await first).toMatchObject({ ok: false })
    expect(await second).toMatchObject({ ok: false, error: { kind: OFFLINE } })
    await outbox.flush()
    expect(ids(far.done)).toEqual(['three', 'one', 'two'])
  })

  it('that is refused while somebody waits is answered and kept no longer: it stands in its form', async () => {
    const [own, far] = [browser(), server(['conflict'])]
    const { outbox, does } = page(own, far)
    expect(await does('c', 'one')).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    expect(outbox.count()).toBe(0)
  })

  it('that is refused later stays with its reason, and what follows it waits', async () => {
    const [own, far] = [browser(), server(['gone', 'conflict'])]
    const first = page(own, far)
    await first.does('c', 'one')
    const { outbox, does } = page(own, far)
    const second = does('c', 'two')
    expect(await second).toMatchObject({ ok: false, error: { message: expect.stringContaining('earlier') } })
    expect(outbox.refusal()).toEqual({ kind: 'conflict', message: 'It is conflict.' })
    expect(page(own, far).outbox.refusal()).toMatchObject({ kind: 'conflict' })
    await outbox.flush()
    expect(far.done).toEqual([])
    await outbox.again('one')
    expect(ids(far.done)).toEqual(['one', 'two'])
  })

  it('goes out after signing in again, without a reload', async () => {
    const [own, far] = [browser(), server(['signed-out'])]
    const { outbox, does } = page(own, far)
    expect(await does('c', 'one')).toMatchObject({ error: { kind: 'signed-out' } })
    expect(outbox.refusal()).toMatchObject({ kind: 'signed-out' })
    outbox.reached()
    await outbox.flush()
    expect(ids(far.done)).toEqual(['one'])
    expect(outbox.refusal()).toBeNull()
  })

  it('that meets a fault of the server is tried again by itself, and after five times asks', async () => {
    const [own, far] = [browser(), server(['gone', ...Array<Fate>(9).fill('fault')])]
    const { outbox, does } = page(own, far)
    await does('c', 'one')
    for (let time = 0; time < 7; time++) await outbox.flush()
    expect(far.fates).toHaveLength(4)
    expect(outbox.refusal()).toMatchObject({ kind: 'fault' })
    far.fates.length = 0
    await outbox.again('one')
    expect(ids(far.done)).toEqual(['one'])
  })

  it('goes back into the form that it was written in, under another id', async () => {
    const [own, far] = [browser(), server(['gone'])]
    own.store.keep('form:c:comment:new', { requestId: 'one', value: 'Typed on a train.' })
    const { outbox, does } = page(own, far)
    await does('c', 'one')
    own.store.forget('form:c:comment:new')
    outbox.giveBack('one')
    expect(outbox.count()).toBe(0)
    const kept = own.kept.get('form:c:comment:new')
    expect(kept).toMatchObject({ value: 'Typed on a train.' })
    expect(kept).not.toMatchObject({ requestId: 'one' })
  })

  it('with nothing to stand on is let go together with what it needs', async () => {
    const [own, far] = [browser(), server(['gone', 'gone'])]
    const { outbox, does } = page(own, far)
    await does('flag', 'flag')
    await does('flag', 'comment')
    outbox.discard('flag')
    expect(outbox.count()).toBe(0)
    expect(own.kept.size).toBe(0)
    expect(far.done).toEqual([])
  })

  it('is not doubled by pressing the same again while it waits', async () => {
    const [own, far] = [browser(), server(['gone', 'gone'])]
    const { outbox } = page(own, far)
    const press = (requestId: string) =>
      outbox.submit(
        {
          act: 'moveClaim',
          interviewId: 'i',
          lane: 'c',
          input: { to: 'held', requestId },
          requestId,
          madeHere: true,
        },
        (id) => far.answer('c', id),
      )
    await press('one')
    await press('two')
    expect(outbox.count()).toBe(1)
    await press('three')
    expect(ids(far.done)).toEqual(['one'])
  })

  it('whose answer is slow is out of one’s hands after a while, and is kept also where it is refused then', async () => {
    const own = browser()
    own.store.keep('form:c:comment:new', { requestId: 'one', value: 'Typed.' })
    let answer: (result: ActionResult<string>) => void = () => {}
    const slow = { ...server(), answer: () => new Promise<ActionResult<string>>((done) => (answer = done)) }
    const { outbox, does, pass } = page(own, slow)
    const answered = does('c', 'one')
    await Promise.resolve()
    pass()
    expect(await answered).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('not answered') },
    })
    expect(outbox.isSending()).toBe(true)
    const ended = outbox.flush()
    answer({ ok: false, error: { kind: 'conflict', message: 'Somebody was first.', fields: {} } })
    await ended
    expect(outbox.refusal()).toMatchObject({ kind: 'conflict' })
    outbox.giveBack('one')
    expect(own.kept.get('form:c:comment:new')).toMatchObject({ value: 'Typed.' })
  })

  it('that no storage would take is still sent, and the page knows that it must stay open', async () => {
    const [own, far] = [browser(), server(['gone'])]
    own.store.keep = () => false
    const { outbox, does } = page(own, far)
    await does('c', 'one')
    expect(outbox.isHomeless()).toBe(true)
    await outbox.flush()
    expect(ids(far.done)).toEqual(['one'])
    expect(outbox.isHomeless()).toBe(false)
  })
})

it('whatever breaks, reloads and opens twice: each act is done exactly once, in the order of its claim', async () => {
  const fate = fc.constantFrom<Fate>('ok', 'gone', 'lost', 'signed-out')
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('act' as const), lane: fc.constantFrom('a', 'b') }),
    },
    fc.record({ kind: fc.constantFrom('reload' as const, 'flush' as const, 'otherTab' as const) }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 20 }),
      fc.array(fate, { maxLength: 30 }),
      async (steps, fates) => {
        const [own, far] = [browser(), server(fates)]
        const wanted: { lane: string; id: string }[] = []
        let tabs = [page(own, far)]
        const under: Promise<unknown>[] = []
        for (const [index, one] of steps.entries()) {
          const tab = tabs[index % tabs.length]
          if (one.kind === 'act') {
            // A later tab knows what was done in an earlier one, as the browser tells it.
            for (const each of tabs) each.outbox.reload()
            wanted.push({ lane: one.lane, id: `${index}` })
            under.push(tab?.does(one.lane, `${index}`) ?? Promise.resolve())
          } else if (one.kind === 'flush') await tab?.outbox.flush()
          else if (one.kind === 'reload') tabs = [page(own, far)]
          else tabs.push(page(own, far))
        }
        await Promise.all(under)
        fates.length = 0
        const last = page(own, far)
        await last.outbox.flush()
        for (const lane of ['a', 'b'])
          expect(ids(far.done.filter((one) => one.lane === lane))).toEqual(
            ids(wanted.filter((one) => one.lane === lane)),
          )
        expect(own.kept.size).toBe(0)
        expect(last.outbox.count()).toBe(0)
      },
    ),
    { numRuns: 300 },
  )
})
