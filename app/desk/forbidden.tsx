import { PlainPage } from '@/components/desk/plain-page'
import { LinkButton } from '@/components/ui/link-button'

export default function DeskForbiddenPage() {
  return (
    <PlainPage kicker="Not allowed" title="Your role does not open this page">
      <p>An administrator can give you another role. Nothing was changed.</p>
      <LinkButton href="/desk">To the interviews</LinkButton>
    </PlainPage>
  )
}
