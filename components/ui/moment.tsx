import { momentWords } from '@/platform/moment-words'

type Props = {
  /** ISO 8601, in UTC. */
  at: string
  /** IANA zone of the newsroom. */
  zone: string
  /** Leave out the time of day. */
  dayOnly?: boolean
}

/** A moment in the newsroom's zone, with its machine-readable form beside it. */
export function Moment({ at, zone, dayOnly = false }: Props) {
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {momentWords(at, zone, { dayOnly })}
    </time>
  )
}
