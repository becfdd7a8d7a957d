import { expect, it } from 'vitest'
import { fileFor, isLeftOut, keyOf } from '@/publishing/static-site/site-address'

const SITE = 'https://checks.example'
const key = (address: string) => keyOf(address, SITE)

it('addresses that differ only in what changes no byte have one key', () => {
  expect(key('/interviews/x?t=754#claim-7')).toBe('/interviews/x')
  expect(key(`${SITE}/interviews/x/?verdict=false`)).toBe('/interviews/x')
  expect(key('/claims?utm_source=a&verdict=false&after=')).toBe('/claims?verdict=false')
  expect(key('/claims?verdict=false&after=b')).toBe(key('/claims?after=b&verdict=false'))
  expect(key('/interviews/x/picture?v=abc&w=480')).toBe('/interviews/x/picture?w=480')
  expect(key(SITE)).toBe('/')
  for (const other of [
    'https://checks.example.evil/a',
    '//elsewhere/a',
    'mailto:a@b.example',
    '#t1',
    'claims',
  ])
    expect(key(other), other).toBeNull()
})

it('what needs a server has no file, and lists are narrowed by one thing at a time', () => {
  for (const out of [
    '/search?q=x',
    '/interviews/x/report?claim=1',
    '/desk',
    '/api/v1',
    '/claims?topic=a&verdict=b',
  ])
    expect(isLeftOut(out), out).toBe(true)
  for (const kept of [
    '/',
    '/claims?after=x&verdict=b',
    '/topics/search',
    '/interviews/report-of-the-year',
    '/feeds/a.xml?after=x&b=c',
  ])
    expect(isLeftOut(kept), kept).toBe(false)
})

it('each address has one file that a plain server finds under the address beside it', () => {
  const at = (address: string, type: string) => fileFor(address, type)
  expect(at('/', 'text/html')).toEqual({ file: 'index.html', url: '/' })
  expect(at('/claims?verdict=false', 'text/html')).toEqual({
    file: 'claims/_verdict-false/index.html',
    url: '/claims/_verdict-false/',
  })
  expect(at('/?after=x', 'text/html').file).toMatch(/^_after-x\/index\.html$/)
  expect(at('/claims?after=A_b', 'text/html').file).toMatch(/^claims\/_[0-9a-f]{16}\/index\.html$/)
  expect(at('/interviews/x/recording', 'audio/mpeg').url).toBe('/interviews/x/recording.mp3')
  expect(at('/interviews/x/picture?w=480', 'image/webp').file).toBe('interviews/x/picture-w-480.webp')
  expect(at('/sitemap.xml', 'application/xml').file).toBe('sitemap.xml')
  expect(at('/people/%D8%B9', 'text/html')).toEqual({ file: 'people/ع/index.html', url: '/people/%D8%B9/' })
  expect(at('/people/..%2F..%2Fx', 'text/html').file).not.toContain('../')
})
