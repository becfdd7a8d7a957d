import { ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { SignOut } from '@/components/desk/sign-out.island'
import { type Actor, ROLE_LABELS } from '@/newsroom/roles'

const ITEM =
  'flex min-h-10 pointer-coarse:min-h-11 w-full items-center px-4 text-start text-sm hover:bg-surface hover:underline'

type Props = { actor: Actor; signOut: () => Promise<void> }

/** Who is signed in, and what is theirs. The browser's own popover: it opens and closes before any script has loaded. */
export function PersonMenu({ actor, signOut }: Props) {
  return (
    <>
      <button
        type="button"
        popoverTarget="person-menu"
        className="inline-flex min-h-10 pointer-coarse:min-h-11 max-w-[50vw] items-center gap-1 text-sm font-medium hover:underline"
      >
        <span className="truncate">{actor.name}</span>
        <ChevronDown aria-hidden="true" className="size-4 shrink-0" />
      </button>
      <div
        id="person-menu"
        popover="auto"
        className="inset-auto end-4 top-12 m-0 min-w-56 border border-ink bg-paper py-1 text-ink shadow-lg"
      >
        <p className="border-b border-rule px-4 py-2 text-sm text-ink-soft">
          <span className="block break-all text-ink">{actor.email}</span>
          {ROLE_LABELS[actor.role]}
        </p>
        <Link href="/desk/password" className={ITEM}>
          Your password
        </Link>
        <Link href="/desk/account" className={ITEM}>
          Second factor and passkeys
        </Link>
        <Link href="/desk/inbox/settings" className={ITEM}>
          Your notices
        </Link>
        <Link href="/desk/sessions" className={ITEM}>
          Where you are signed in
        </Link>
        <Link href="/desk/tokens" className={ITEM}>
          Tokens for other systems
        </Link>
        <SignOut memberId={actor.id} signOut={signOut} className={ITEM} />
      </div>
    </>
  )
}
