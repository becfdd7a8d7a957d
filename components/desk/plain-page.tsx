import type { ReactNode } from 'react'

type Props = { kicker: string; title: string; children: ReactNode }

/** A page with one message: not found, refused, failed. */
export function PlainPage({ kicker, title, children }: Props) {
  return (
    <div className="mx-auto flex min-h-[70dvh] max-w-xl flex-col justify-center px-4 py-12">
      <p className="kicker mb-2">{kicker}</p>
      <h1 className="border-b border-ink pb-3 font-serif text-3xl leading-tight font-medium text-balance sm:text-4xl">
        {title}
      </h1>
      <div className="mt-4 flex flex-col items-start gap-5">{children}</div>
    </div>
  )
}
