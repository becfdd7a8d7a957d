'use client'
import { useRouter } from 'next/navigation'
import { type DiffPart, wordDiff } from '@/components/claims/correct/word-diff'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Moment } from '@/components/ui/moment'
import { toastDone, toastRefused } from '@/components/ui/toaster.island'
import type { SettingChange, SettingHistory } from '@/newsroom/views'
import type { ActionResult } from '@/platform/action-result'

type Props = {
  history: SettingHistory
  zone: string
  /** Puts one field of the site back to what it was; null where that is done on another page. */
  putBack: ((input: unknown) => Promise<ActionResult<unknown>>) | null
}

/** How the settings came to be as they are: who, when, and word by word what. */
export function SettingHistoryList({ history, zone, putBack }: Props) {
  const router = useRouter()

  async function restore(change: SettingChange) {
    const result = await putBack?.({ field: change.field, value: change.was }).catch(() => null)
    if (!result?.ok) return toastRefused(result?.error.message ?? 'The server could not be reached.')
    toastDone(`${nameOf(change.field)} is as it was before.`)
    router.refresh()
  }

  if (history.versions.length === 0)
    return (
      <EmptyState title="Nothing was changed yet">Each change will stand here, with who made it.</EmptyState>
    )
  return (
    <ol className="max-w-4xl border-t border-rule-strong">
      {history.versions.map((version) => (
        <li key={version.id} className="border-b border-rule py-4">
          <p className="text-sm text-ink-soft">
            <span className="font-semibold text-ink">{version.by}</span>,{' '}
            <Moment at={version.at} zone={zone} />
          </p>
          {version.changes.length === 0 && <p className="mt-1">Saved without a change.</p>}
          {version.changes.map((change) => (
            <div key={change.field} className="mt-3">
              <div className="flex flex-wrap items-baseline justify-between gap-2">
                <h2 className="font-semibold">{nameOf(change.field)}</h2>
                {putBack && change.was !== null && (
                  <Button
                    variant="quiet"
                    className="max-sm:-ms-3.5"
                    aria-label={`Put ${nameOf(change.field)} back`}
                    onClick={() => restore(change)}
                  >
                    Put back what stood before
                  </Button>
                )}
              </div>
              <p className="max-w-prose font-serif whitespace-pre-line">
                <Words parts={wordDiff(change.from, change.to)} />
              </p>
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}

/** Struck through what went, underlined what came: no colour is needed to tell. */
function Words({ parts }: { parts: readonly DiffPart[] }) {
  let place = 0
  return parts.map((part) => {
    place += 1
    const text = `${part.words.join(' ')} `
    if (part.kind === 'old')
      return (
        <del key={place} className="text-danger">
          {text}
        </del>
      )
    if (part.kind === 'new')
      return (
        <ins key={place} className="font-semibold">
          {text}
        </ins>
      )
    return <span key={place}>{text}</span>
  })
}

const NAMES: Record<string, string> = {
  siteName: 'Site name',
  timeZone: 'Time zone',
  secondPersonRule: 'A second person approves each claim',
  hearingRequired: 'Words that a machine wrote are checked by ear',
  opinionsNeeded: 'Editors who judge each claim for themselves',
  secondFactor: 'Second factor when signing in',
  correctionsPolicy: 'Corrections policy',
  methodology: 'Methodology',
  about: 'About',
}

/** `topicOrder` is "Topic order" where it has no better name. */
function nameOf(field: string): string {
  const words = field
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()
  return NAMES[field] ?? words.charAt(0).toUpperCase() + words.slice(1)
}
