import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJsonFault } from './json-fault'
import { readJson } from './json-source'

const faultOf = (text: string) => {
  const reading = readJson(text)
  return reading.ok ? null : reading.problem
}

describe('JSON that does not parse', { timeout: 60_000 }, () => {
  it.each([
    ['{"a": 1,\n "b" 2}', 'json-fault', 'a colon is missing at line 2, column 6'],
    ['[1, 2\n3]', 'json-fault', 'a comma or ] is missing at line 2, column 1'],
    ['{"a": 1,}', 'json-fault', 'a name in double quotes is missing at line 1, column 9'],
    ["{'a': 1}", 'json-fault', 'line 1, column 2'],
    ['[1] x', 'json-fault', 'something follows the end of the JSON at line 1, column 5'],
    ['["a\\q"]', 'json-fault', 'an escape that does not exist at line 1, column 4'],
    ['{"segments": [{"text": "cut o', 'truncated-file', 'line 1, column 30'],
    ['{"segments": [1, tru', 'truncated-file', 'line 1, column 18'],
    ['{"segments": [1, 2', 'truncated-file', 'line 1, column 19'],
  ])('%s', (text, code, message) => {
    const problem = faultOf(text)
    expect(problem).toMatchObject({ code, severity: 'error' })
    expect(problem?.message).toContain(message)
  })

  it('is told from JSON exactly as the parser tells it', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', 'x', '\\'), (json, at, junk) => {
        const cut = at % (json.length + 1)
        const text = json.slice(0, cut) + junk + json.slice(cut + 1)
        const problem = faultOf(text)
        if (problem) expect(problem.line).toBeGreaterThan(0)
      }),
    )
  })

  it('is found under a million open brackets', () => {
    expect(findJsonFault('['.repeat(1_000_000))).toMatchObject({ line: 1, atEnd: true })
    expect(findJsonFault(`${'{"a":'.repeat(200_000)}x`)).toMatchObject({ offset: 1_000_000, atEnd: false })
  })

  it('is not looked for where the text would fill the memory', () => {
    expect(faultOf('['.repeat(1_000_000))).toMatchObject({ code: 'json-excessive', severity: 'error' })
    expect(faultOf(`[${'{},'.repeat(1_100_000)}1]`)).toMatchObject({ code: 'json-excessive' })
    expect(faultOf(`["${'[{'.repeat(1_000_000)}\\"["]`)).toBeNull()
  })
})
