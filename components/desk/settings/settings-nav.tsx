import { NavLink } from '@/components/desk/nav-link.island'

const PAGES = [
  { href: '/desk/settings', label: 'Site', exact: true },
  { href: '/desk/settings/verdicts', label: 'Verdicts', exact: false },
  { href: '/desk/settings/topics', label: 'Topics', exact: false },
  { href: '/desk/settings/history', label: 'History', exact: false },
]

/** The pages of the settings. */
export function SettingsNav() {
  return (
    <nav aria-label="Settings" className="mb-6 -mt-2 flex flex-wrap gap-x-6">
      {PAGES.map(({ href, label, exact }) => (
        <NavLink key={href} href={href} exact={exact}>
          {label}
        </NavLink>
      ))}
    </nav>
  )
}
