import { useDesk } from '@/components/claims/desk-context'
import { Button } from '@/components/ui/button'
import { toastDone, toastRefused } from '@/components/ui/toaster.island'

/** Words typed into turns that a colleague took out or joined to others: shown until their writer lets go of them. */
export function OrphanWords() {
  const { correct } = useDesk()
  const { corrections } = correct
  const orphans = corrections.unsaved().filter((turnId) => corrections.standing(turnId) === 'gone')
  if (orphans.length === 0 || !correct.ready) return null

  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text)
      toastDone('Copied')
    } catch {
      toastRefused('The browser does not let this page copy. Select the words and copy them.')
    }
  }

  return (
    <div
      role="alert"
      className="fixed inset-x-2 bottom-16 z-20 mx-auto flex max-h-[50dvh] max-w-2xl flex-col gap-3 overflow-y-auto border-2 border-danger bg-paper p-3 text-sm shadow-lg lg:end-[28rem] lg:bottom-4"
    >
      <p className="font-semibold">
        The turn that you typed into is no longer there: a colleague joined it to another, or took it out.
        Your words are kept here and were not saved.
      </p>
      {orphans.map((turnId) => {
        const text = corrections.draft(turnId)?.text ?? ''
        return (
          <div key={turnId} className="flex flex-col gap-2 border-t border-rule pt-2">
            <blockquote className="font-serif text-base select-text" dir="auto">
              {text}
            </blockquote>
            <div className="flex flex-wrap gap-2">
              <Button onClick={() => copy(text)}>Copy</Button>
              <Button variant="quiet" onClick={() => correct.letGo(turnId)}>
                Let go of it
              </Button>
            </div>
          </div>
        )
      })}
    </div>
  )
}
