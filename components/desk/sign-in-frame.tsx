import type { ReactNode } from 'react'

type Props = { siteName: string; title: string; wide?: boolean; children: ReactNode }

/** What stands around every page before the desk: whose it is, and one heading. */
export function SignInFrame({ siteName, title, wide = false, children }: Props) {
  return (
    <main
      id="content"
      className={`mx-auto flex min-h-dvh flex-col justify-center px-4 py-12 ${wide ? 'max-w-2xl' : 'max-w-sm'}`}
    >
      <p className="kicker mb-2">{siteName} · fact-check desk</p>
      <h1 className="border-b border-ink pb-3 font-serif text-4xl leading-tight font-medium text-balance">
        {title}
      </h1>
      {children}
    </main>
  )
}
