/** Where a text stops being JSON. `line` and `column` count from one, in UTF-16 code units. */
export type JsonFault = { offset: number; line: number; column: number; atEnd: boolean; expected: string }

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y
const SPACE = /[ \t\n\r]*/y
// Everything a string may hold up to the next quote or the first sign that it may not.
const STRING_RUN = /(?:[^"\\\p{Cc}]|[\u007f-\u009f])*/uy
// What may be left of a value when the file was cut off inside it.
const CUT_OFF = /^(?:\s*|-|\\(?:u[0-9a-fA-F]{0,3})?|t(?:ru?)?|f(?:a|al|als)?|n(?:ul?)?)$/
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/**
 * Finds the first fault of a text that `JSON.parse` refused (RFC 8259). JSON.parse itself does not say where in
 * every Node version, and a recursive parser would fall over deep input: this one keeps its own stack.
 */
export function findJsonFault(text: string): JsonFault {
  const open: string[] = []
  let at = 0
  let wantsValue = true
  let fault = ''

  const step = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }
  const string = (): boolean => {
    at += 1
    for (;;) {
      step(STRING_RUN)
      if (text[at] === '"') {
        at += 1
        return true
      }
      if (!step(ESCAPE)) {
        fault = text[at] === '\\' ? 'an escape that does not exist' : 'a text with no closing quote'
        return false
      }
    }
  }
  const key = (): boolean => {
    step(SPACE)
    if (text[at] !== '"') {
      fault = 'a name in double quotes is missing'
      return false
    }
    if (!string()) return false
    step(SPACE)
    if (text[at] !== ':') {
      fault = 'a colon is missing'
      return false
    }
    at += 1
    return true
  }

  while (fault === '') {
    step(SPACE)
    const sign = text[at]
    const container = open.at(-1)
    if (wantsValue) {
      wantsValue = false
      if (sign === '{' || sign === '[') {
        at += 1
        step(SPACE)
        const closer = sign === '{' ? '}' : ']'
        if (text[at] === closer) {
          at += 1
        } else {
          open.push(sign)
          if (sign === '{' && !key()) break
          wantsValue = true
        }
      } else if (sign === '"') string()
      else if (!step(NUMBER) && !step(WORD)) fault = 'a value is missing'
    } else if (container === undefined) {
      fault = 'something follows the end of the JSON'
    } else if (sign === ',') {
      at += 1
      wantsValue = true
      if (container === '{') key()
    } else if (sign === (container === '{' ? '}' : ']')) {
      at += 1
      open.pop()
    } else {
      fault = container === '{' ? 'a comma or } is missing' : 'a comma or ] is missing'
    }
  }
  return place(text, at, fault)
}

function place(text: string, offset: number, expected: string): JsonFault {
  let line = 1
  let lineStart = 0
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', lineStart)) {
    line += 1
    lineStart = next + 1
  }
  return { offset, line, column: offset - lineStart + 1, atEnd: CUT_OFF.test(text.slice(offset)), expected }
}
