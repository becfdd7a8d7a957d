import Link from 'next/link'
import { type Actor, isAtLeast, type Role } from '@/newsroom/roles'
import { Places } from './acts/places.island'
import { InboxLink } from './inbox/inbox-link.island'
import { NavLink } from './nav-link.island'
import { PersonMenu } from './person-menu'

const SECTIONS: readonly { href: string; label: string; least: Role }[] = [
  { href: '/desk/interviews', label: 'Interviews', least: 'reporter' },
  { href: '/desk/claims', label: 'Claims', least: 'reporter' },
  { href: '/desk/reports', label: 'Reports', least: 'reporter' },
  { href: '/desk/members', label: 'Members', least: 'admin' },
  { href: '/desk/settings', label: 'Settings', least: 'admin' },
  { href: '/desk/audit', label: 'Audit', least: 'editor' },
]

/** Places that no section leads to at once. */
const MORE = [
  { href: '/desk/interviews/new', label: 'New interview', also: 'load transcript file upload' },
  { href: '/desk/password', label: 'Your password' },
  {
    href: '/desk/account',
    label: 'Second factor and passkeys',
    also: 'authenticator TOTP 2FA recovery codes account',
  },
  { href: '/desk/inbox/settings', label: 'Your notices', also: 'e-mail notifications inbox' },
  { href: '/desk/sessions', label: 'Where you are signed in', also: 'sessions devices browsers' },
  { href: '/desk/tokens', label: 'Tokens for other systems', also: 'API keys access' },
]

/** `unread` notices are in the actor's inbox. */
type Props = { siteName: string; actor: Actor; unread: number; signOut: () => Promise<void> }

/** The bar over every desk page. On a phone the sections get a line of their own, which scrolls if it must. */
export function TopBar({ siteName, actor, unread, signOut }: Props) {
  const sections = SECTIONS.filter((section) => isAtLeast(actor.role, section.least))
  return (
    <header className="border-b border-rule bg-paper print:hidden">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:start-4 focus:top-2 focus:z-50 focus:bg-paper focus:px-3 focus:py-2 focus:underline"
      >
        Skip to the page
      </a>
      <Places places={[...sections.map(({ href, label }) => ({ href, label })), ...MORE]} signOut={signOut} />
      <div className="mx-auto flex max-w-[96rem] flex-wrap items-center gap-x-6 px-4 sm:px-6">
        <Link
          href="/desk"
          className="inline-flex min-h-10 pointer-coarse:min-h-11 items-center font-serif text-xl font-semibold hover:underline"
        >
          {siteName}
        </Link>
        <nav
          aria-label="Desk"
          className="order-last -mx-4 flex w-[calc(100%+2rem)] gap-3 overflow-x-auto sm:gap-5 px-4 md:order-none md:mx-0 md:w-auto md:px-0"
        >
          {sections.map((section) => (
            <NavLink key={section.href} href={section.href}>
              {section.label}
            </NavLink>
          ))}
        </nav>
        <div className="ms-auto flex items-center gap-3">
          <InboxLink unread={unread} />
          <PersonMenu actor={actor} signOut={signOut} />
        </div>
      </div>
    </header>
  )
}
