import { expect, test } from 'vitest'
import { headerLine, renderMail } from '@/platform/mail/message'

const CONTENT = {
  subject: 'Two things',
  opening: 'Two things concern you.',
  items: [
    {
      kicker: 'An evening with <Bo>',
      sentence: 'Ada "Quill" named you',
      text: 'First line\n<script>alert(1)</script>',
      link: { label: 'Open', href: 'https://desk.example/a?b=1&c=2' },
    },
  ],
  closing: 'You get this because you are at the desk.',
  settings: { label: 'Change that', href: 'https://desk.example/settings' },
}

test('both bodies say the whole, and nothing that somebody wrote becomes markup', () => {
  const { text, html } = renderMail(CONTENT)
  for (const said of ['Two things concern you.', 'https://desk.example/settings']) {
    expect(text).toContain(said)
    expect(html).toContain(said)
  }
  expect(text).toContain('    <script>alert(1)</script>')
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).not.toContain('<script')
  expect(html).toContain('href="https://desk.example/a?b=1&amp;c=2"')
})

test('a subject is one line, whatever it is made of', () => {
  expect(headerLine('Hello\r\nBcc: everybody@example.org\u0000\u2028x')).toBe(
    'Hello Bcc: everybody@example.org x',
  )
  expect(headerLine('long '.repeat(100)).length).toBeLessThanOrEqual(200)
})
