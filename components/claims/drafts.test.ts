import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { countUnsent, draftStore } from '@/components/claims/drafts'

function shelf(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}

describe('what was typed and not yet accepted', () => {
  it('is there again for a new page of the same member, by name', () => {
    const storage = shelf()
    draftStore(storage, 'ann').keep('claim:1:explanation', { to: 'half a sentence' })
    const later = draftStore(storage, 'ann')
    expect(later.names('claim:1:')).toEqual(['claim:1:explanation'])
    expect(later.find('claim:1:explanation', z.object({ to: z.string() }))).toEqual({ to: 'half a sentence' })
  })

  it('never shows to the next member at the same machine', () => {
    const storage = shelf()
    draftStore(storage, 'ann').keep('claim:1:explanation', 'secret')
    const other = draftStore(storage, 'bob')
    expect(other.names('')).toEqual([])
    expect(other.find('claim:1:explanation', z.string())).toBeNull()
  })

  it('is counted for who signs out: what waits to be sent, and not the half-written forms', () => {
    const storage = shelf()
    for (const name of ['act:1', 'claim:1:explanation', 'turn:1:2', 'form:1:comment:new'])
      draftStore(storage, 'ann').keep(name, 'text')
    expect(countUnsent('ann', storage)).toBe(3)
    expect(countUnsent('bob', storage)).toBe(0)
  })

  it('is gone once forgotten', () => {
    const store = draftStore(shelf(), 'ann')
    store.keep('x', 'text')
    store.forget('x')
    expect(store.find('x', z.string())).toBeNull()
  })

  it('says so when the browser will not keep it', () => {
    const full = {
      ...shelf(),
      setItem() {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    expect(draftStore(full, 'ann').keep('x', 'text')).toBe(false)
  })

  it('takes half a write or another shape for no draft', () => {
    const storage = shelf()
    storage.setItem('claimline:1:ann:x', '{"to":"ha')
    storage.setItem('claimline:1:ann:y', '{"other":1}')
    const store = draftStore(storage, 'ann')
    expect(store.find('x', z.object({ to: z.string() }))).toBeNull()
    expect(store.find('y', z.object({ to: z.string() }))).toBeNull()
  })
})
