import { expect, test } from 'vitest'
import { singleSignOnSettings } from '@/newsroom/single-sign-on/settings'

const LEAST = {
  CLAIMLINE_OIDC_ISSUER: 'https://login.example',
  CLAIMLINE_OIDC_CLIENT_ID: 'desk',
  CLAIMLINE_OIDC_CLIENT_SECRET: 'secret',
}

test('with none of them set there is no single sign-on', () => {
  expect(singleSignOnSettings({ PATH: '/bin', CLAIMLINE_OIDC_ISSUER: '' })).toBeNull()
})

test('with the three that are needed, only invited members come in, and their roles stay the desk’s', () => {
  expect(singleSignOnSettings(LEAST)).toMatchObject({
    name: 'single sign-on',
    allowedDomains: [],
    verifiedClaim: 'email_verified',
    roleClaim: null,
    defaultRole: null,
    only: false,
  })
})

test('groups become roles, also those with an equals sign in their names', () => {
  const settings = singleSignOnSettings({
    ...LEAST,
    CLAIMLINE_OIDC_ROLE_CLAIM: 'realm_access.roles',
    CLAIMLINE_OIDC_ROLE_MAP: 'desk-editors=editor, cn=admins=admin',
    CLAIMLINE_OIDC_ALLOWED_DOMAINS: 'Newsroom.example, other.example',
  })
  expect([...(settings?.roleMap ?? [])]).toEqual([
    ['desk-editors', 'editor'],
    ['cn=admins', 'admin'],
  ])
  expect(settings?.allowedDomains).toEqual(['newsroom.example', 'other.example'])
})

test.each([
  [{ CLAIMLINE_OIDC_CLIENT_SECRET: '' }, /CLIENT_SECRET is not set/],
  [{ CLAIMLINE_OIDC_ISSUER: 'login.example' }, /ISSUER must be/],
  [{ CLAIMLINE_OIDC_ALLOWED_DOMAINS: '*.newsroom.example' }, /no \*/],
  [{ CLAIMLINE_OIDC_DEFAULT_ROLE: 'boss' }, /roles are reporter, editor, admin/],
  [{ CLAIMLINE_OIDC_ROLE_MAP: 'a=boss', CLAIMLINE_OIDC_ROLE_CLAIM: 'groups' }, /no role/],
  [{ CLAIMLINE_OIDC_ROLE_MAP: 'editor', CLAIMLINE_OIDC_ROLE_CLAIM: 'groups' }, /without a name/],
  [{ CLAIMLINE_OIDC_ROLE_CLAIM: 'groups' }, /ROLE_MAP gives nobody/],
  [{ CLAIMLINE_OIDC_ONLY: 'yes' }, /must be true or false/],
])('%j is refused with its name', (wrong, message) => {
  expect(() => singleSignOnSettings({ ...LEAST, ...wrong })).toThrow(message)
})
