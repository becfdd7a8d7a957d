import { KEY_GROUPS } from '@/components/transcripts/transcript-keys'
import { Dialog } from '@/components/ui/dialog.island'

/** The list of keys that the question mark shows. */
export function KeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog
      title="Keys"
      description="Single letters work while the transcript has the focus, so that they never end up in a text."
      open={open}
      onOpenChange={onOpenChange}
    >
      {KEY_GROUPS.map(({ title, keys }) => (
        <section key={title} className="flex flex-col gap-1.5">
          <h3 className="border-b border-rule pb-1 font-semibold">{title}</h3>
          <dl className="grid grid-cols-[10.5rem_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm max-sm:grid-cols-[7.5rem_minmax(0,1fr)]">
            {keys.map((line) => (
              <div key={line.keys} className="contents">
                <dt className="font-semibold">{line.keys}</dt>
                <dd>{line.does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
