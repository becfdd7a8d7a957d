/** Words that stay, go or come. Struck through or underlined, so that no colour is needed to tell. */
export function Stretch({ kind, text }: { kind: 'same' | 'gone' | 'new'; text: string }) {
  if (kind === 'gone') return <del className="decoration-danger decoration-2">{text}</del>
  if (kind === 'new') return <ins className="font-semibold decoration-ok decoration-2">{text}</ins>
  return text
}
