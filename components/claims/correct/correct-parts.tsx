import { TurnButton } from '@/components/claims/correct/turn-button'
import { TurnTools } from '@/components/claims/correct/turn-tools'
import { useDesk } from '@/components/claims/desk-context'
import type { TurnRun } from '@/components/claims/speaker-dialog'

/** Everything that correcting shows, apart from the panel's pages. */
export function CorrectParts({ onSpeaker }: { onSpeaker: (run: TurnRun) => void }) {
  const { correct } = useDesk()
  return (
    <>
      <TurnTools
        onSpeaker={(turnId) => onSpeaker({ firstTurnId: turnId, lastTurnId: turnId, count: 1 })}
        onTime={(turnId) => correct.ask({ kind: 'time', turnId })}
      />
      <TurnButton />
    </>
  )
}
