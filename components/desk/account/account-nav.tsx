import Link from 'next/link'

const PAGES = [
  { href: '/desk/account', label: 'Second factor and passkeys' },
  { href: '/desk/password', label: 'Password' },
  { href: '/desk/sessions', label: 'Where you are signed in' },
  { href: '/desk/tokens', label: 'Tokens' },
] as const

type Props = { here: (typeof PAGES)[number]['href'] }

/** The pages about one's own way in, side by side. */
export function AccountNav({ here }: Props) {
  return (
    <nav aria-label="How you sign in" className="mb-6 flex flex-wrap gap-x-6 text-sm">
      {PAGES.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={href === here ? 'page' : undefined}
          className="inline-flex min-h-10 items-center underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:underline pointer-coarse:min-h-11"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
