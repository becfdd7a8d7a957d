import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROLES } from '@/newsroom/roles'
import { claimAt, readClaims } from '@/newsroom/single-sign-on/read-claims'
import { type SingleSignOn, singleSignOnSettings } from '@/newsroom/single-sign-on/settings'

function rules(more: Record<string, string> = {}): SingleSignOn {
  const settings = singleSignOnSettings({
    CLAIMLINE_OIDC_ISSUER: 'https://login.example',
    CLAIMLINE_OIDC_CLIENT_ID: 'desk',
    CLAIMLINE_OIDC_CLIENT_SECRET: 'secret',
    CLAIMLINE_OIDC_ALLOWED_DOMAINS: 'newsroom.example',
    ...more,
  })
  if (!settings) throw new Error('There are settings.')
  return settings
}

const ADA = {
  iss: 'https://login.example',
  sub: '248289761001',
  email: 'Ada@Newsroom.example',
  email_verified: true,
  name: 'Ada Quill',
}
const GROUPS = {
  CLAIMLINE_OIDC_ROLE_CLAIM: 'realm_access.roles',
  CLAIMLINE_OIDC_ROLE_MAP: 'reporters=reporter,editors=editor,admins=admin',
}

test('a person is who the provider says', () => {
  expect(readClaims(ADA, rules())).toEqual({
    issuer: 'https://login.example',
    subject: '248289761001',
    email: 'ada@newsroom.example',
    name: 'Ada Quill',
    role: null,
  })
})

test.each([false, undefined, null, 'false', 'yes', 0, {}, []])(
  'an address that is %j verified is nobody’s',
  (email_verified) => {
    expect(readClaims({ ...ADA, email_verified }, rules())).toBe('ProviderUnverified')
  },
)

test.each(['true', 1, '1'])('%j is how some providers write a yes', (email_verified) => {
  expect(readClaims({ ...ADA, email_verified }, rules())).toMatchObject({ role: null })
})

test('where the provider calls it otherwise, that claim decides and no other', () => {
  const named = rules({ CLAIMLINE_OIDC_VERIFIED_CLAIM: 'xms_edov' })
  expect(readClaims(ADA, named)).toBe('ProviderUnverified')
  expect(readClaims({ ...ADA, email_verified: false, xms_edov: '1' }, named)).toMatchObject({ role: null })
})

test.each([
  'ada@evil-newsroom.example',
  'ada@newsroom.example.evil.example',
  'ada@sub.newsroom.example',
  'newsroom.example@evil.example',
  'ada@newsroom.exampl',
])('%s is not of the allowed domain', (email) => {
  expect(readClaims({ ...ADA, email }, rules())).toBe('ProviderDomain')
})

test.each([
  { iss: 'https://login.example/' },
  { iss: 'https://evil.example' },
  { iss: undefined },
  { sub: '' },
  { email: undefined },
  { email: 'ada@newsroom.example, eve@evil.example' },
  { email: ['ada@newsroom.example'] },
])('%j is no person', (wrong) => {
  expect(readClaims({ ...ADA, ...wrong }, rules())).toBe('ProviderUnverified')
})

test('the highest role of any group counts, whatever their order and whatever else is there', () => {
  const group = fc.constantFrom('reporters', 'editors', 'admins', 'cooks', 7, null)
  fc.assert(
    fc.property(fc.array(group), (roles) => {
      const best = ROLES.findLast((role) => roles.includes(`${role}s`))
      expect(readClaims({ ...ADA, realm_access: { roles } }, rules(GROUPS))).toEqual(
        best ? expect.objectContaining({ role: best }) : 'ProviderNoRole',
      )
    }),
  )
})

test('whom no group gives a role gets the default, where there is one', () => {
  const some = rules({ ...GROUPS, CLAIMLINE_OIDC_DEFAULT_ROLE: 'reporter' })
  expect(readClaims(ADA, some)).toMatchObject({ role: 'reporter' })
})

test('a claim is found by its own name before its path, and never in what objects inherit', () => {
  expect(claimAt({ 'https://a.example/roles': 'x' }, 'https://a.example/roles')).toBe('x')
  expect(claimAt({ a: { b: ['x'] } }, 'a.b')).toEqual(['x'])
  expect(claimAt({ a: 'text' }, 'a.length')).toBeUndefined()
  expect(claimAt({ a: {} }, 'a.constructor.name')).toBeUndefined()
})
