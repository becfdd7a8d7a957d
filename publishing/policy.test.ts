import { expect, test } from 'vitest'
import { type Actor, ROLES } from '@/newsroom/roles'
import { canPublish, canTakeDown } from '@/publishing/policy'

const actors = ROLES.map((role): Actor => ({ id: role, role, name: role, email: `${role}@example.org` }))
const may = (decide: (actor: Actor) => { allowed: boolean }) =>
  actors.filter((actor) => decide(actor).allowed).map((actor) => actor.role)

test('a reporter cannot publish', () => {
  expect(may(canPublish)).toEqual(['editor', 'admin'])
})

test('who may put a page up may take it down, and only a page that is up', () => {
  expect(may((actor) => canTakeDown(actor, { published: true }))).toEqual(['editor', 'admin'])
  expect(may((actor) => canTakeDown(actor, { published: false }))).toEqual([])
})
