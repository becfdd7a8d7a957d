import { expect, it } from 'vitest'
import { askedWidth, pictureWidths } from '@/publishing/picture-sizes'

it('a picture is made smaller, never larger, and in few widths only: nobody can have a thousand made', () => {
  expect(pictureWidths(2400)).toEqual([480, 960, 1600])
  expect(pictureWidths(960)).toEqual([480])
  expect(pictureWidths(300)).toEqual([])
  expect(askedWidth('960', 2400)).toBe(960)
  for (const odd of ['961', '960.0', ' 960', '1e3', '', '-480', '1600'])
    expect(askedWidth(odd, 1200)).toBeUndefined()
  expect(askedWidth(null, 1200)).toBeNull()
})
