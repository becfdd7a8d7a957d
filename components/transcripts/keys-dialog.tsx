import { KEY_LIST } from '@/components/transcripts/transcript-keys'
import { Dialog } from '@/components/ui/dialog.island'

/** The list of keys that the question mark shows. */
export function KeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog
      title="Keys"
      description="They work while the transcript has the focus; F8, Ctrl S and ? work everywhere."
      open={open}
      onOpenChange={onOpenChange}
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5 text-sm">
        {KEY_LIST.map(({ keys, does }) => (
          <div key={keys} className="contents">
            <dt className="font-semibold">{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
