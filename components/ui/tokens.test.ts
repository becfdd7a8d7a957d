import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { VERDICT_COLOURS } from '@/claims/scale/verdict-looks'

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

describe.each([
  ['light', light],
  ['dark', dark],
])('colours in the %s theme', (_, block) => {
  const tokens = new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  )
  const token = (name: string) => tokens.get(name) ?? 'missing'

  it.each(['ink', 'ink-soft', 'accent', 'danger', 'ok', ...VERDICT_COLOURS.map((key) => `verdict-${key}`)])(
    'let %s be read on paper and on surfaces',
    (name) => {
      expect(contrast(token(name), token('paper'))).toBeGreaterThanOrEqual(4.5)
      expect(contrast(token(name), token('surface'))).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each([...VERDICT_COLOURS])(
    'let the words and number of a claim that is %s be read on its mark',
    (key) => {
      const wash = token(`verdict-${key}-wash`)
      expect(contrast(token('ink'), wash)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(token(`verdict-${key}`), wash)).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('show focus and strong rules at 3 to 1', () => {
    expect(contrast(token('focus'), token('paper'))).toBeGreaterThanOrEqual(3)
    expect(contrast(token('rule-strong'), token('paper'))).toBeGreaterThanOrEqual(3)
    expect(contrast(token('accent-ink'), token('accent'))).toBeGreaterThanOrEqual(4.5)
  })
})
