import { expect, test } from 'vitest'
import {
  canChangeRole,
  canChangeSettings,
  canDeactivate,
  canManageMembers,
  canReactivate,
  canReadAudit,
  canResetPassword,
  type MemberState,
} from '@/newsroom/policy'
import type { Actor, Role } from '@/newsroom/roles'

const actor = (role: Role, id = 'me'): Actor => ({ id, name: 'Ada', email: 'ada@newsroom.example', role })
const member = (state: Partial<MemberState> = {}): MemberState => ({
  id: 'them',
  role: 'reporter',
  isActive: true,
  isLastAdmin: false,
  ...state,
})

test.each(['reporter', 'editor'] as const)('a %s changes neither members nor settings', (role) => {
  const me = actor(role)
  const decisions = [
    canManageMembers(me),
    canChangeSettings(me),
    canChangeRole(me, member(), 'admin'),
    canDeactivate(me, member()),
    canReactivate(me, member({ isActive: false })),
    canResetPassword(me, member()),
  ]
  expect(decisions.every((decision) => !decision.allowed)).toBe(true)
})

test('an administrator may do all of it', () => {
  const me = actor('admin')
  const decisions = [
    canManageMembers(me),
    canChangeSettings(me),
    canChangeRole(me, member(), 'admin'),
    canDeactivate(me, member()),
    canReactivate(me, member({ isActive: false })),
    canResetPassword(me, member()),
  ]
  expect(decisions.every((decision) => decision.allowed)).toBe(true)
})

test('the last active administrator is neither demoted nor deactivated, by nobody', () => {
  const last = member({ id: 'me', role: 'admin', isLastAdmin: true })
  expect(canChangeRole(actor('admin'), last, 'editor').allowed).toBe(false)
  expect(canDeactivate(actor('admin'), last).allowed).toBe(false)
  expect(canChangeRole(actor('admin'), last, 'admin').allowed).toBe(true)
})

test('nobody resets their own password, which would not ask for the present one', () => {
  expect(canResetPassword(actor('admin'), member({ id: 'me', role: 'admin' })).allowed).toBe(false)
})

test('the audit trail is for editors and administrators', () => {
  expect(canReadAudit(actor('reporter')).allowed).toBe(false)
  expect(canReadAudit(actor('editor')).allowed).toBe(true)
})
