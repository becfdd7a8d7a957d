import { PlainPage } from '@/components/desk/plain-page'
import { LinkButton } from '@/components/ui/link-button'

export default function DeskNotFoundPage() {
  return (
    <PlainPage kicker="Not found" title="There is nothing at this address">
      <p>It may have been removed, or the address may have been copied in part.</p>
      <LinkButton href="/desk">To the interviews</LinkButton>
    </PlainPage>
  )
}
