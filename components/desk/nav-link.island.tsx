'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

type Props = {
  href: string
  /** Marked only on that very page, and not on those below it. */
  exact?: boolean
  children: string
}

/** A link of a bar; the section one is in is marked, for eyes and ears. */
export function NavLink({ href, exact = false, children }: Props) {
  const path = usePathname()
  const here = path === href || (!exact && path.startsWith(`${href}/`))
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className="inline-flex min-h-10 pointer-coarse:min-h-11 items-center border-b-2 border-transparent text-sm font-medium whitespace-nowrap text-ink-soft hover:text-ink hover:underline aria-[current=page]:border-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink"
    >
      {children}
    </Link>
  )
}
