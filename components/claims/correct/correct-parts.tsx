import { OrphanWords } from '@/components/claims/correct/orphan-words'
import { ReplaceDialog } from '@/components/claims/correct/replace-dialog'
import { TimesDialog } from '@/components/claims/correct/times-dialog'
import { TurnButton } from '@/components/claims/correct/turn-button'
import { TurnTimeDialog } from '@/components/claims/correct/turn-time-dialog'
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
      <OrphanWords />
      <ReplaceDialog />
      <TimesDialog />
      <TurnTimeDialog />
    </>
  )
}
