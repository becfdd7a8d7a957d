import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { verdictIcons } from '@/app/(reader)/_document/card'
import { VERDICT_COLOURS } from '@/claims/scale/verdict-looks'
import { CARD_INK, CARD_INK_SOFT, CARD_PAPER, CARD_RULE, cardVerdictColour } from '@/publishing/card-colours'
import { type CardContent, cardPicture } from '@/publishing/card-picture'
import { beginning, drawable, pangoText, readsFromRight } from '@/publishing/card-text'
import { claimCard, claimCardImage, type IconOf, interviewCard } from '@/publishing/claim-card'
import { pageFixture } from '@/publishing/snapshot-fixture'

const page = pageFixture()
const [claim] = page.claims
if (!claim) throw new Error('The fixture has claims.')

// The fonts are made with what pages load.
execFileSync(process.execPath, ['platform/boot/build-reader.mjs'], { stdio: 'ignore' })
let icons: IconOf
beforeAll(async () => {
  icons = await verdictIcons()
})

/** Columns and rows of the picture that hold ink of its sentence: between the label's line and the foot's. */
async function inkOf(content: CardContent) {
  const { data, info } = await sharp(await cardPicture(content))
    .flatten({ background: CARD_PAPER })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const xs: number[] = []
  const ys: number[] = []
  for (let y = 196; y < 630; y++)
    for (let x = 24; x < 1200; x++)
      if ((data[y * info.width + x] ?? 255) < 120 && (y < 512 || y > 518)) {
        xs.push(x)
        ys.push(y)
      }
  const [left, right] = [xs.reduce((a, b) => Math.min(a, b), 1200), xs.reduce((a, b) => Math.max(a, b), 0)]
  return {
    left,
    right,
    bottom: ys.filter((y) => y < 512).reduce((a, b) => Math.max(a, b), 0),
    dots: xs.length,
  }
}

describe('a share picture', () => {
  it('is 1200 by 630, light, and the same for the same content', async () => {
    const content = claimCard(page, claim, icons)
    const picture = await cardPicture(content)
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    expect(picture.length).toBeLessThan(100_000)
    expect((await cardPicture(content)).equals(picture)).toBe(true)
  })

  it('holds any length of text within its margins, whatever the script', async () => {
    const texts = [
      'Short.',
      'The harbour office was shut down by a foghorn attack of a kind never seen before. '.repeat(12),
      'W'.repeat(900),
      'قال إن أسعار العبّارات تضاعفت ثلاث مرات منذ أن أصبحت الحارسة الأولى. '.repeat(8),
      '渡轮票价涨了三倍，没有人能够离开小石岛。'.repeat(30),
    ]
    for (const text of texts) {
      const { left, right, bottom, dots } = await inkOf({ ...claimCard(page, claim, icons), text })
      expect(dots).toBeGreaterThan(500)
      expect(left).toBeGreaterThanOrEqual(60)
      expect(right).toBeLessThanOrEqual(1140)
      expect(bottom).toBeLessThan(508)
    }
  })

  it('begins at the right where the words do', async () => {
    const { right } = await inkOf({ ...claimCard(page, claim, icons), text: 'تضاعفت الأسعار.' })
    expect(right).toBeGreaterThan(1120)
  })

  it('shows no boxes for letters that our fonts do not have: such a sentence is left out', async () => {
    expect(drawable('ค่าโดยสาร')).toBeNull()
    const picture = await cardPicture({ ...claimCard(page, claim, icons), text: 'ค่าโดยสารเพิ่มขึ้น' })
    expect(await sharp(picture).metadata()).toMatchObject({ width: 1200 })
    expect((await cardPicture(interviewCard(page))).length).toBeGreaterThan(1000)
  })

  it('has an address that changes with what it shows', () => {
    const before = claimCardImage(page, claim).path
    expect(before).toMatch(/^\/interviews\/harbour-hour\/claims\/1\/card\.png\?v=[\w-]{10}$/)
    expect(claimCardImage(page, { ...claim, claimReviewed: 'Anew.' }).path).not.toBe(before)
    expect(claimCardImage({ ...page, number: 9 }, claim).path).toBe(before)
  })

  it('has the colours of the site', async () => {
    const tokens = await readFile('components/ui/tokens.css', 'utf8')
    const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1]
    expect([CARD_PAPER, CARD_INK, CARD_INK_SOFT, CARD_RULE]).toEqual(
      ['paper', 'ink', 'ink-soft', 'rule'].map(token),
    )
    for (const name of VERDICT_COLOURS) expect(cardVerdictColour(name)).toBe(token(`verdict-${name}`))
  })
})

describe('text for pictures', () => {
  it('is escaped, cut at words, and without pictographs', () => {
    expect(pangoText('<b>&"')).toBe('&lt;b&gt;&amp;&quot;')
    expect(beginning('One two, three', 11)).toBe('One two…')
    expect(beginning('One two', 7)).toBe('One two')
    expect(beginning('W'.repeat(50), 30)).toBe(`${'W'.repeat(30)}…`)
    expect(drawable('Up 🎉 by\n3 % © 2025')).toBe('Up by 3 % © 2025')
  })

  it('is read from where its first letter says', () => {
    expect(readsFromRight('2025: العبارات')).toBe(true)
    expect(readsFromRight('He said “العبارات”')).toBe(false)
  })
})
