import { type Embedded, embedSnippet } from '@/publishing/embed-snippet'

/** What another site pastes to show this, folded away. The button works with scripts; without, the field can be copied from. */
export function EmbedOffer({ what, origin, title }: { what: Embedded; origin: string; title: string }) {
  const id = `embed-${what.number ?? 'page'}`
  return (
    <details className="share embed-offer">
      <summary>{title}</summary>
      <label htmlFor={id}>
        Paste this into a page of yours. It sets no cookies, and it always shows what stands here.
      </label>
      <textarea
        id={id}
        readOnly
        rows={5}
        spellCheck={false}
        defaultValue={embedSnippet(what, origin)}
        dir="ltr"
      />
      <p>
        <button type="button" data-copies={id} hidden>
          Copy
        </button>
        <span role="status" />
      </p>
    </details>
  )
}
