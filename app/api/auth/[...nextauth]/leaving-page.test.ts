import { expect, test } from 'vitest'
import { leavingPage } from './leaving-page'

test('the page goes on to the provider and nowhere else, runs nothing, and keeps the cookies of the way back', async () => {
  const target = new URL('https://login.example/authorize?state=a&x="><script>alert(1)</script>')
  const page = leavingPage(target, new Headers({ location: target.href, 'set-cookie': 'state=1' }))
  const text = await page.text()
  expect(page.status).toBe(200)
  expect(page.headers.get('location')).toBeNull()
  expect(page.headers.get('set-cookie')).toBe('state=1')
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none';/)
  expect(text).not.toContain('<script')
  expect(text.match(/https?:/g)).toHaveLength(2)
})
