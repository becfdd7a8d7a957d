import { useState } from 'react'
import { useDesk } from '@/components/claims/desk-context'
import { newRequestId } from '@/components/claims/request-id'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { CheckboxField } from '@/components/ui/checkbox-field'
import { FormError } from '@/components/ui/form-error'
import { toastDone } from '@/components/ui/toaster.island'
import { chaptersFromTopics } from '@/publishing/chapters'
import { formatTimestamp } from '@/transcripts/timestamp'

type Suggested = { turnId: string; title: string; startMs: number | null; wanted: boolean }

/** Proposes chapters from what the claims are about; an editor ticks off those that are none. */
export function ChapterSuggestions() {
  const { view, actions, acceptNote, forgetNote, claims, chapters, transcript, say } = useDesk()
  const [suggested, setSuggested] = useState<readonly Suggested[] | null>(null)
  const { run, busy, error } = useSend()
  const words = transcript?.page.words
  if (!words) return null

  function suggest() {
    if (!words) return
    const taken = new Set(chapters.map(({ turnId }) => turnId))
    const made = chaptersFromTopics(
      words.turns.map(({ speaker, text }) => ({ participant: speaker, text })),
      claims.map(({ anchor, needsAnchor, status, topics }) => ({
        place:
          anchor && !needsAnchor && status !== 'dropped'
            ? { firstTurn: words.indexOf(anchor.firstTurnId) }
            : null,
        topics: topics.map((name) => ({ name })),
      })),
    )
    const fresh = made.flatMap(({ turn, title }) => {
      const at = words.turns[turn]
      return at && !taken.has(at.id) ? [{ turnId: at.id, title, startMs: at.startMs, wanted: true }] : []
    })
    setSuggested(fresh)
    if (fresh.length === 0) say('The claims’ topics suggest no chapters.')
  }

  async function begin(wanted: readonly Suggested[]) {
    const made: string[] = []
    for (const { turnId, title } of wanted) {
      const requestId = newRequestId()
      const saved = await run(() =>
        actions.saveChapter({
          interviewId: view.interviewId,
          noteId: null,
          requestId,
          version: null,
          turnId,
          title,
        }),
      )
      if (!saved) break
      acceptNote(saved.value)
      made.push(saved.value.id)
    }
    if (made.length < wanted.length) return
    setSuggested(null)
    toastDone(made.length === 1 ? 'One chapter begun.' : `${made.length} chapters begun.`, {
      undo: () => void takeBack(made),
    })
  }

  async function takeBack(made: readonly string[]) {
    for (const noteId of made) {
      const removed = await actions.removeChapter({ noteId })
      if (removed.ok) forgetNote(noteId)
      else say(removed.error.message)
    }
  }

  if (!suggested)
    return (
      <div>
        <Button onClick={suggest}>Suggest from topics</Button>
      </div>
    )
  const wanted = suggested.filter((one) => one.wanted)
  return (
    <div className="flex flex-col gap-2 border border-rule-strong p-3">
      {suggested.length === 0 ? (
        <p className="text-sm text-ink-soft">
          The claims’ topics suggest no chapters: that takes a long talk with claims on several topics.
        </p>
      ) : (
        <fieldset>
          <legend className="mb-1 text-sm font-semibold">Suggested from the claims’ topics</legend>
          {suggested.map((one) => (
            <CheckboxField
              key={one.turnId}
              name={`suggested-${one.turnId}`}
              label={`${one.startMs === null ? '' : `${formatTimestamp(one.startMs)} `}${one.title}`}
              checked={one.wanted}
              onChange={(event) =>
                setSuggested(
                  suggested.map((other) =>
                    other === one ? { ...one, wanted: event.target.checked } : other,
                  ),
                )
              }
            />
          ))}
        </fieldset>
      )}
      <FormError message={error?.message} />
      <div className="flex flex-wrap gap-2">
        {suggested.length > 0 && (
          <Button variant="primary" busy={busy} disabled={wanted.length === 0} onClick={() => begin(wanted)}>
            Begin {wanted.length === 1 ? 'this chapter' : `these ${wanted.length} chapters`}
          </Button>
        )}
        <Button variant="quiet" onClick={() => setSuggested(null)}>
          {suggested.length > 0 ? 'Not now' : 'Close'}
        </Button>
      </div>
    </div>
  )
}
