/** What a mail says, before it is text and HTML. All of it is plain text; nothing is read as markup. */
export type MailContent = {
  subject: string
  /** Sentences before the list. */
  opening: string
  items: readonly MailItem[]
  /** Sentences at the end, such as why one got this. */
  closing: string
  /** Where that can be changed. */
  settings?: { label: string; href: string }
}

export type MailItem = {
  /** Where it happened: an interview's title. May be empty. */
  kicker: string
  sentence: string
  text: string
  link: { label: string; href: string }
}

/** A mail's two bodies: each says the whole. */
export function renderMail(content: MailContent): { subject: string; text: string; html: string } {
  return { subject: headerLine(content.subject), text: asText(content), html: asHtml(content) }
}

/** One line for a header: whatever could begin another header is a space. At most 200 characters. */
export function headerLine(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}

function asText({ opening, items, closing, settings }: MailContent): string {
  const blocks = [
    opening,
    ...items.map(({ kicker, sentence, text, link }) =>
      [kicker, sentence, text && indent(text), link.href].filter(Boolean).join('\n'),
    ),
    [closing, settings && `${settings.label}: ${settings.href}`].filter(Boolean).join('\n'),
  ]
  return `${blocks.join('\n\n')}\n`
}

const indent = (text: string) => text.replace(/^/gm, '    ')

function asHtml({ subject, opening, items, closing, settings }: MailContent): string {
  const body = [
    `<p>${escaped(opening)}</p>`,
    ...items.map(
      ({ kicker, sentence, text, link }) =>
        `<div style="margin:20px 0;padding-left:12px;border-left:3px solid #999">${
          kicker && `<div style="color:#666;font-size:14px">${escaped(kicker)}</div>`
        }<div><strong>${escaped(sentence)}</strong></div>${
          text && `<div style="white-space:pre-wrap">${escaped(text)}</div>`
        }<div><a href="${escaped(link.href)}">${escaped(link.label)}</a></div></div>`,
    ),
    `<p style="color:#666;font-size:14px">${escaped(closing)}${
      settings ? ` <a href="${escaped(settings.href)}">${escaped(settings.label)}</a>` : ''
    }</p>`,
  ]
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body dir="auto" style="font-family:Georgia,serif;font-size:16px;line-height:1.5;max-width:40em">${body.join('')}</body></html>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
