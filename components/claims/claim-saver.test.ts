import { describe, expect, it } from 'vitest'
import type { DeskActions } from '@/claims/desk-actions'
import type { ClaimView } from '@/claims/views'
import { sampleClaim } from '@/components/claims/claim-sample'
import { ClaimSaver } from '@/components/claims/claim-saver'
import type { DraftStore } from '@/components/claims/drafts'
import { OFFLINE } from '@/components/claims/send'

/** A server of one claim, and a browser that outlives its pages. */
function desk(revise?: DeskActions['reviseClaim']) {
  const kept = new Map<string, unknown>()
  const store: DraftStore = {
    keep: (name, value) => Boolean(kept.set(name, value)),
    find: (name, schema) => schema.safeParse(kept.get(name)).data ?? null,
    forget: (name) => void kept.delete(name),
    names: (beginning) => [...kept.keys()].filter((name) => name.startsWith(beginning)),
  }
  const world = { claim: sampleClaim({ explanation: 'old' }), kept, calls: 0 }
  const answer: DeskActions['reviseClaim'] =
    revise ??
    (async ({ changes }) => ({
      ok: true,
      value: {
        ...world.claim,
        version: world.claim.version + 1,
        explanation: changes.explanation?.to ?? world.claim.explanation,
      },
    }))
  const page = () =>
    new ClaimSaver({
      store,
      revise: (input) => {
        world.calls += 1
        return answer(input)
      },
      claimOf: () => world.claim,
      isThere: () => true,
      accept: (claim: ClaimView) => {
        world.claim = claim
      },
      later: () => () => {},
    })
  return { world, page }
}

const refuse = async () => {
  throw new TypeError('Failed to fetch')
}

describe('saving by itself', () => {
  it('says "saved" only once the server has it, and then keeps nothing', async () => {
    const { world, page } = desk()
    const saver = page()
    saver.edit(world.claim, 'explanation', 'new')
    expect(saver.state()).toEqual({ kind: 'waiting' })
    const done = saver.flush()
    expect(saver.state()).toEqual({ kind: 'saving' })
    await done
    expect(saver.state()).toEqual({ kind: 'saved' })
    expect(world.claim.explanation).toBe('new')
    expect(world.kept.size).toBe(0)
  })

  it('keeps what was typed when the server is gone, also for the next page, which sends it', async () => {
    const gone = desk(refuse)
    const saver = gone.page()
    saver.edit(gone.world.claim, 'explanation', 'typed on a train')
    await saver.flush()
    expect(saver.state()).toEqual({ kind: OFFLINE })

    const back = desk()
    for (const [name, value] of gone.world.kept) back.world.kept.set(name, value)
    const later = back.page()
    expect(later.restore()).toBe(1)
    expect(later.value(back.world.claim, 'explanation')).toBe('typed on a train')
    await later.flush()
    expect(back.world.claim.explanation).toBe('typed on a train')
  })

  it('sends what waited as soon as the server was reached by other means', async () => {
    let reachable = false
    const { world, page } = desk(async () => {
      if (!reachable) throw new TypeError('Failed to fetch')
      return { ok: true, value: { ...world.claim, explanation: 'new' } }
    })
    const saver = page()
    saver.edit(world.claim, 'explanation', 'new')
    await saver.flush()
    reachable = true
    saver.reached()
    await saver.flush()
    expect(saver.state()).toEqual({ kind: 'saved' })
  })

  it('loses neither text when a colleague changed the same field, and never writes over it by itself', async () => {
    const theirs = sampleClaim({ explanation: 'theirs', version: 7 })
    const { world, page } = desk(async () => ({
      ok: false,
      error: { kind: 'conflict', message: 'Changed.', fields: {}, current: theirs },
    }))
    const saver = page()
    saver.edit(world.claim, 'explanation', 'mine')
    await saver.flush()
    expect(saver.conflict(world.claim, 'explanation')?.to).toBe('mine')
    expect(world.claim.explanation).toBe('theirs')
    expect(saver.state().kind).toBe('conflict')
    await saver.flush()
    expect(world.calls).toBe(1)
  })

  it('keeping mine is sent as a change from theirs; taking theirs sends nothing', async () => {
    const sent: unknown[] = []
    const { world, page } = desk(async ({ changes }) => {
      sent.push(changes.explanation)
      return { ok: true, value: { ...world.claim, explanation: changes.explanation?.to ?? '' } }
    })
    const saver = page()
    saver.edit(world.claim, 'explanation', 'mine')
    world.claim = { ...world.claim, explanation: 'theirs' }
    await saver.choose(world.claim, 'explanation', 'mine')
    expect(sent).toEqual([{ from: 'theirs', to: 'mine' }])
    saver.edit(world.claim, 'explanation', 'mine again')
    world.claim = { ...world.claim, explanation: 'theirs again' }
    await saver.choose(world.claim, 'explanation', 'theirs again')
    expect(sent).toHaveLength(1)
    expect(saver.state()).toEqual({ kind: 'saved' })
  })

  it('a field that cannot be saved says why and does not hold up the others', async () => {
    const { world, page } = desk()
    const saver = page()
    saver.edit(world.claim, 'claimReviewed', 'x'.repeat(501))
    saver.edit(world.claim, 'explanation', 'new')
    await saver.flush()
    expect(world.claim.explanation).toBe('new')
    expect(saver.error(world.claim.id, 'claimReviewed')).toBe('At most 500 characters.')
    expect(saver.state().kind).toBe('refused')
  })

  it('a space typed last stays under the cursor though the server trims it', async () => {
    const { world, page } = desk()
    const saver = page()
    saver.enter(world.claim, 'explanation')
    saver.edit(world.claim, 'explanation', 'new ')
    world.claim = { ...world.claim, explanation: 'new' }
    saver.settle(world.claim)
    expect(saver.value(world.claim, 'explanation')).toBe('new ')
    saver.leave()
    expect(saver.value(world.claim, 'explanation')).toBe('new')
  })

  it("a colleague's text comes in where nothing is unsent, and the field that holds the cursor says so", async () => {
    const { world, page } = desk()
    const saver = page()
    saver.enter(world.claim, 'explanation')
    saver.edit(world.claim, 'explanation', 'mine')
    await saver.flush()
    expect(saver.changedUnder(world.claim, 'explanation')).toBe(false)
    world.claim = { ...world.claim, explanation: 'mine and theirs' }
    saver.settle(world.claim)
    expect(saver.conflict(world.claim, 'explanation')).toBeUndefined()
    expect(saver.value(world.claim, 'explanation')).toBe('mine and theirs')
    expect(saver.changedUnder(world.claim, 'explanation')).toBe(true)
    saver.edit(world.claim, 'explanation', 'mine and theirs, and more')
    expect(saver.changedUnder(world.claim, 'explanation')).toBe(false)
  })

  it('a text typed back while it was being sent is sent once more', async () => {
    const sent: unknown[] = []
    const { world, page } = desk(async ({ changes }) => {
      sent.push(changes.explanation?.to)
      return { ok: true, value: { ...world.claim, explanation: changes.explanation?.to ?? '' } }
    })
    const saver = page()
    saver.edit(world.claim, 'explanation', 'new')
    const first = saver.flush()
    saver.edit(world.claim, 'explanation', 'old')
    await first
    await saver.flush()
    expect(sent).toEqual(['new', 'old'])
    expect(world.claim.explanation).toBe('old')
  })
})
