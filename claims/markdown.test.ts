import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderMarkdown } from '@/claims/markdown'

test('paragraphs, emphasis, lists, quotations and links are what an explanation may hold', () => {
  const html = renderMarkdown(
    'One *two* **three**.\n\n- a\n- b\n\n1. c\n\n> said\n\n[source](https://x.example/a?b=1&c=2)',
  )
  expect(html).toContain('<p>One <em>two</em> <strong>three</strong>.</p>')
  expect(html).toMatch(/<ul>\s*<li>a<\/li>\s*<li>b<\/li>\s*<\/ul>/)
  expect(html).toMatch(/<ol>\s*<li>c<\/li>\s*<\/ol>/)
  expect(html).toMatch(/<blockquote>\s*<p>said<\/p>\s*<\/blockquote>/)
  expect(html).toContain(
    '<a href="https://x.example/a?b=1&amp;c=2" rel="nofollow noopener noreferrer">source</a>',
  )
})

test.each([
  ['a heading', '# Found', '<p>Found</p>'],
  ['a heading written with a line', 'Found\n===', '<p>Found</p>'],
  ['a heading inside a quotation', '> ## Found', '<p>Found</p>'],
  ['an indented heading', '   ### Found', '<p>Found</p>'],
  ['a code block', '```\nFound\n```', '<p>Found'],
])('%s becomes a paragraph, so the page keeps its own outline', (_what, markdown, paragraph) => {
  expect(renderMarkdown(markdown)).toContain(paragraph)
})

test.each([
  ['a script', '<script>alert(1)</script>x', 'x'],
  ['a script inside a script', '<<script>script>alert(1)<</script>/script>', '&lt;/script&gt;'],
  ['a style', '<style>p { display: none }</style>x', 'x'],
  ['a drawing with a handler', '<svg onload="alert(1)"></svg>x', 'x'],
  ['a picture with a handler', '<img src=x onerror=alert(1)>x', 'x'],
  ['a frame', '<iframe src="https://x.example"></iframe>x', 'x'],
  ['a form', '<form action="/"><input name="a"><button>x</button></form>', 'x'],
])('%s does nothing on a reader’s page', (_what, markdown, left) => {
  const html = renderMarkdown(markdown)
  expect(html).toContain(left)
  expect(html).not.toMatch(/<(?!\/?p>)/)
  expect(html).not.toContain('alert(1)')
})

test.each([
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a](java&#10;script:alert(1))',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](vbscript:x)',
  '[a](//elsewhere.example)',
  '<a href="javascript:alert(1)">a</a>',
  '<a href=" javascript:alert(1)">a</a>',
  '[a]: javascript:alert(1)\n\n[a]',
])('%s links nowhere', (markdown) => {
  expect(renderMarkdown(markdown)).not.toContain('href')
})

test('an attribute of somebody’s own is dropped', () => {
  expect(renderMarkdown('<p style="a" class="b" id="c" onclick="d">x</p>')).toBe('<p>x</p>')
  expect(renderMarkdown('<a href="https://x.example" target="_self" onclick="d">x</a>')).not.toMatch(
    /target|onclick/,
  )
})

test('whatever is typed, the only tags that come out are the allowed ones', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<',
      '</',
      '>',
      '"',
      '<script',
      '<a href=',
      'javascript:',
      ' onclick=',
      '[a](',
      ')',
      '\n',
      '# ',
      '> ',
      '- ',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const tags = renderMarkdown(pieces.join('')).match(/<[^>]*>/g) ?? []
      for (const tag of tags) {
        expect(tag).toMatch(
          /^<(\/?(p|em|strong|ul|ol|li|blockquote|a)|br \/|a( href="[^"]*")? rel="nofollow noopener noreferrer")>$/i,
        )
        // Asked of the parser that browsers follow, and not of a pattern: what looks like a scheme may be a path.
        const href = /href="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&')
        if (href !== undefined)
          expect(['https:', 'http:', 'mailto:']).toContain(new URL(href, 'https://here.example/').protocol)
      }
    }),
    { numRuns: 500 },
  )
})

test.each(['>', '- ', '1. ', '> - '])(
  'an explanation of nothing but %j is shown as typed and shuts no desk',
  (piece) => {
    const text = piece.repeat(Math.floor(20_000 / piece.length))
    expect(typeof renderMarkdown(text)).toBe('string')
  },
)
