import { useEffect, useState } from 'react'
import { Html } from '@/components/reader/html'
import { Button } from '@/components/ui/button'
import type { ServerAction } from '@/platform/action-result'

const PAUSE_MS = 300

/** A text as readers will see it, made by the server and kept up while somebody types. */
export function TextPreview({
  id,
  label,
  text,
  preview,
}: {
  id: string
  label: string
  text: string
  preview: ServerAction<{ text: string }, { html: string }>
}) {
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState<{ html: string } | { refusal: string } | null>(null)

  useEffect(() => {
    if (!open) return
    let stale = false
    const timer = setTimeout(async () => {
      const result = await preview({ text }).catch(() => null)
      if (stale) return
      setShown(
        result?.ok ? result.value : { refusal: result?.error.message ?? 'The server could not be reached.' },
      )
    }, PAUSE_MS)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [open, text, preview])

  return (
    <div className="-mt-4">
      <Button
        variant="quiet"
        className="-ms-3"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? `Hide the preview of the ${label}` : `Preview the ${label}`}
      </Button>
      {open && (
        <section
          id={id}
          aria-label={`Preview of the ${label}`}
          aria-busy={shown === null}
          className="[&_p]:my-2 [&_ul]:list-disc [&_ul]:ps-5 [&_ol]:list-decimal [&_ol]:ps-5 [&_a]:text-link mt-1 border-s-2 border-rule-strong ps-4 font-serif text-lg"
        >
          {shown === null && <p className="text-ink-soft">Making the preview…</p>}
          {shown && 'refusal' in shown && <p className="text-danger">{shown.refusal}</p>}
          {shown && 'html' in shown && <Html html={shown.html || '<p>Nothing yet.</p>'} />}
        </section>
      )}
    </div>
  )
}
