import { useDesk } from '@/components/claims/desk-context'
import { Moment } from '@/components/ui/moment'

/** A moment as everybody at the desk reads it: in the newsroom's zone, wherever the browser is. */
export function MomentText({ at }: { at: string }) {
  return <Moment at={at} zone={useDesk().view.timeZone} />
}
