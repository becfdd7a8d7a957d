/**
 * Text that XML 1.0 can hold (section 2.2, `Char`): control characters, half surrogates, U+FFFE and U+FFFF have no way to be
 * written, and a reader refuses the whole file for one of them. Each becomes U+FFFD.
 */
export function xmlText(text: string): string {
  return text.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}
