/** HTML that the desk's small Markdown made and `renderMarkdown` sanitised before it was stored. The only raw HTML on a page. */
export function Html({ html, className, lang }: { html: string; className?: string; lang?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by claims/markdown.ts, which alone makes these fields
  return <div className={className} lang={lang} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
}
