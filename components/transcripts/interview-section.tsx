import type { ReactNode } from 'react'

/** One part of an interview's details under its heading. */
export function InterviewSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-3 font-serif text-xl">{title}</h2>
      {children}
    </section>
  )
}
