import { useState } from 'react'
import type { ClaimView } from '@/claims/views'
import { ClaimText } from '@/components/claims/claim-field'
import { useDesk } from '@/components/claims/desk-context'
import { Button } from '@/components/ui/button'

/** What was found, in small Markdown. The preview is what the server made of it: the same that readers get. */
export function ExplanationField({ claim, disabled }: { claim: ClaimView; disabled: boolean }) {
  const { saver } = useDesk()
  const [preview, setPreview] = useState(false)
  async function toggle() {
    if (!preview) await saver.flush()
    setPreview(!preview)
  }
  const unsent = saver.value(claim, 'explanation') !== claim.explanation
  return (
    <div className="flex flex-col gap-2">
      {preview ? (
        <section aria-label="Preview of the explanation" className="flex flex-col gap-1">
          <p className="text-sm font-semibold">What we found, as readers see it</p>
          {unsent && (
            <p className="text-sm text-ink-soft">As saved last; your newest words are not in it yet.</p>
          )}
          <div
            className="prose-claim border border-rule bg-paper p-3 font-serif text-lg leading-relaxed"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the server (claims/markdown.ts)
            dangerouslySetInnerHTML={{ __html: claim.explanationHtml || '<p>Nothing written yet.</p>' }}
          />
        </section>
      ) : (
        <ClaimText
          claim={claim}
          field="explanation"
          label="What we found"
          hint="Small Markdown: *emphasis*, **strong**, [a link](https://…), lists, > quotations."
          rows={6}
          disabled={disabled}
        />
      )}
      <Button variant="quiet" className="-ms-3.5 self-start" aria-pressed={preview} onClick={toggle}>
        {preview ? 'Write' : 'Preview'}
      </Button>
    </div>
  )
}
