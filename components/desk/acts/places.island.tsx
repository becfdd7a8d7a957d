'use client'
import { useRouter } from 'next/navigation'
import { useActs } from '@/components/desk/acts/acts.island'

export type Place = { href: string; label: string; also?: string }

/** Offers the desk's places to the palette. Shows nothing. */
export function Places({ places, signOut }: { places: readonly Place[]; signOut: () => Promise<void> }) {
  const router = useRouter()
  useActs([
    ...places.map(({ href, label, also }) => ({
      id: `go.${href}`,
      label,
      group: 'Go to',
      ...(also === undefined ? {} : { also }),
      run: () => router.push(href),
    })),
    { id: 'sign-out', label: 'Sign out', group: 'Everywhere', run: () => void signOut() },
  ])
  return null
}
