import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { pageActor } from '@/app/_boundary/page'
import { unreadNotices } from '@/claims/inbox/queries'
import { ActsProvider } from '@/components/desk/acts/acts.island'
import { LiveProvider } from '@/components/desk/live/live.island'
import { TopBar } from '@/components/desk/top-bar'
import { Toaster } from '@/components/ui/toaster.island'
import { readSettings } from '@/newsroom/settings'
import { signOut } from './sign-out'

export async function generateMetadata(): Promise<Metadata> {
  const { siteName } = await readSettings()
  return { title: { default: `Desk · ${siteName}`, template: `%s · ${siteName}` } }
}

/** The shell of the desk. It names who is signed in; each page asks again for itself (see app/_boundary/page). */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor()
  const [{ siteName }, unread] = await Promise.all([readSettings(), unreadNotices(actor.id)])
  return (
    <LiveProvider memberId={actor.id}>
      <ActsProvider>
        <TopBar siteName={siteName} actor={actor} unread={unread} signOut={signOut} />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto max-w-[96rem] px-4 py-6 outline-none sm:px-6 sm:py-8"
        >
          {children}
        </main>
        <Toaster />
      </ActsProvider>
    </LiveProvider>
  )
}
