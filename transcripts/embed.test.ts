import { expect, test } from 'vitest'
import { embedOf, playerAddress, watchAddress } from '@/transcripts/embed'

const YOUTUBE = { provider: 'youtube', id: 'a1B2c3D4e5_' } as const
const VIMEO = { provider: 'vimeo', id: '123456789' } as const

test.each([
  'https://www.youtube.com/watch?v=a1B2c3D4e5_&t=90s&list=PL1',
  'https://youtu.be/a1B2c3D4e5_?si=share',
  'youtube.com/watch?v=a1B2c3D4e5_',
  'https://m.youtube.com/live/a1B2c3D4e5_?feature=share',
  'https://www.youtube-nocookie.com/embed/a1B2c3D4e5_',
  '  https://youtube.com/shorts/a1B2c3D4e5_  ',
])('a page of YouTube is known however it was copied: %s', (page) => {
  expect(embedOf(page)).toEqual(YOUTUBE)
})

test.each([
  ['https://vimeo.com/123456789', '123456789'],
  ['https://vimeo.com/channels/staffpicks/123456789', '123456789'],
  ['https://vimeo.com/123456789/0a1b2c3d4e', '123456789/0a1b2c3d4e'],
  ['https://player.vimeo.com/video/123456789?h=0a1b2c3d4e', '123456789/0a1b2c3d4e'],
])('a page of Vimeo is known, with the key of an unlisted one: %s', (page, id) => {
  expect(embedOf(page)).toEqual({ provider: 'vimeo', id })
})

test.each([
  '',
  'https://example.org/watch?v=a1B2c3D4e5_',
  'https://youtube.com.example.org/watch?v=a1B2c3D4e5_',
  'https://www.youtube.com/watch?v=short',
  'https://www.youtube.com/@somebody',
  'https://vimeo.com/about',
  '<iframe src="https://www.youtube.com/embed/a1B2c3D4e5_"></iframe>',
  'javascript:alert(1)',
  'https://www.youtube.com/watch?v="><script>',
])('nothing else is taken for one: %s', (page) => {
  expect(embedOf(page)).toBeNull()
})

test('the player is the one that sets no cookies, and starts at the second', () => {
  expect(playerAddress(YOUTUBE, 754_900)).toBe(
    'https://www.youtube-nocookie.com/embed/a1B2c3D4e5_?autoplay=1&playsinline=1&rel=0&start=754',
  )
  expect(playerAddress({ provider: 'vimeo', id: '123456789/0a1b2c' }, 60_000)).toBe(
    'https://player.vimeo.com/video/123456789?dnt=1&autoplay=1&h=0a1b2c#t=60s',
  )
})

test('without scripts a link leads to the same second', () => {
  expect(watchAddress(YOUTUBE, 61_000)).toBe('https://www.youtube.com/watch?v=a1B2c3D4e5_&t=61s')
  expect(watchAddress(YOUTUBE, 0)).toBe('https://www.youtube.com/watch?v=a1B2c3D4e5_')
  expect(watchAddress(VIMEO, 61_000)).toBe('https://vimeo.com/123456789#t=61s')
})

test('what is read from an address can be read again from the addresses made of it', () => {
  for (const embed of [YOUTUBE, VIMEO, { provider: 'vimeo', id: '123456789/0a1b2c' } as const]) {
    expect(embedOf(watchAddress(embed, 9000))).toEqual(embed)
    expect(embedOf(playerAddress(embed, 9000))).toEqual(embed)
  }
})
