import { describe, expect, it } from 'vitest'
import { evidenceSchema } from '@/claims/schema'
import {
  evidenceFormOf,
  evidenceOf,
  localMoment,
  replyFormOf,
  replyOf,
} from '@/components/claims/form-shapes'

describe('forms of a claim', () => {
  it('a source opened and saved without a change is the same source', () => {
    const source = evidenceSchema.parse({
      kind: 'expert',
      stance: 'supports',
      title: 'Interview with a harbour pilot',
      publishedOn: '2025-03-01',
      expert: { name: 'Ola Reyn', affiliation: 'Pilots’ guild', basis: 'sawData' },
    })
    expect(evidenceOf(evidenceFormOf(source))).toEqual(source)
  })

  it('an expert is sent only with a source that is an expert', () => {
    const form = { ...evidenceFormOf(null), title: 'Tables', expertName: 'left over' }
    expect(evidenceOf(form).expert).toBeNull()
    expect(evidenceOf({ ...form, kind: 'expert' }).expert?.name).toBe('left over')
  })

  it('a reply opened and saved without a change keeps its minutes', () => {
    const reply = {
      asked: 'The harbour office',
      askedAt: '2025-03-01T09:30:00.000Z',
      deadline: '2025-03-02T17:00:00.000Z',
      outcome: 'declined' as const,
      answer: '',
      answeredAt: null,
    }
    expect(replyOf(replyFormOf(reply, new Date()))).toEqual(reply)
    expect(localMoment(null)).toBe('')
  })
})
