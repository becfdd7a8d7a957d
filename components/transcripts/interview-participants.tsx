import { PART_LABELS } from '@/claims/words-of-the-trade'
import { ParticipantForm, type SaveParticipant } from '@/components/transcripts/interview-participant.island'
import type { ParticipantView } from '@/transcripts/views'

type Props = { interviewId: string; participants: readonly ParticipantView[]; save: SaveParticipant }

/** Who speaks, each with a form that opens in place. */
export function InterviewParticipants({ interviewId, participants, save }: Props) {
  if (participants.length === 0)
    return <p className="text-sm text-ink-soft">No speakers are named in this transcript.</p>
  return (
    <ul className="border-t border-rule">
      {participants.map((participant) => (
        <li key={participant.id} className="border-b border-rule py-2">
          <p className="font-semibold">{participant.name}</p>
          <p className="text-sm text-ink-soft">
            {[
              PART_LABELS[participant.part],
              participant.affiliation,
              participant.turns === 1 ? '1 turn' : `${participant.turns} turns`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <details className="text-sm">
            <summary className="inline-flex min-h-9 items-center text-accent underline underline-offset-4 pointer-coarse:min-h-11">
              Edit<span className="sr-only"> {participant.name}</span>
            </summary>
            <ParticipantForm
              key={[
                participant.name,
                participant.part,
                participant.affiliation,
                participant.description,
              ].join('\n')}
              interviewId={interviewId}
              participant={participant}
              save={save}
            />
          </details>
        </li>
      ))}
    </ul>
  )
}
