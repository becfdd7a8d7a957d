import type { Metadata } from 'next'
import Link from 'next/link'
import { pageActor } from '@/app/_boundary/page'
import { claimLines } from '@/claims/queries'
import { STATUS_LABELS, STATUSES, statusSchema } from '@/claims/words-of-the-trade'
import { ClaimLines } from '@/components/claims/claim-lines'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

export const metadata: Metadata = { title: 'Claims' }

type Search = { searchParams: Promise<{ status?: string; before?: string }> }

/** Claims of all interviews, the latest change first. */
export default async function ClaimsPage({ searchParams }: Search) {
  await pageActor()
  const asked = await searchParams
  const status = statusSchema.safeParse(asked.status).data ?? null
  const before = asked.before && !Number.isNaN(Date.parse(asked.before)) ? asked.before : null
  const { lines, next } = await claimLines({ status, before })
  return (
    <>
      <PageHeader title="Claims">Every interview’s claims, the latest change first.</PageHeader>
      <nav aria-label="Filter by status" className="mb-6 flex flex-wrap gap-x-5 gap-y-2 text-sm">
        <Filter href="/desk/claims" label="All but dropped" current={status === null} />
        {STATUSES.map((one) => (
          <Filter
            key={one}
            href={`/desk/claims?status=${one}`}
            label={STATUS_LABELS[one]}
            current={status === one}
          />
        ))}
      </nav>
      {lines.length === 0 ? (
        <EmptyState title={status ? `No claim is ${STATUS_LABELS[status].toLowerCase()}` : 'No claims yet'}>
          Open an interview, select the words of a claim, and flag them.
        </EmptyState>
      ) : (
        <ClaimLines lines={lines} />
      )}
      {next && (
        <p className="mt-6">
          <Link
            className="underline underline-offset-4"
            href={`/desk/claims?${new URLSearchParams({ ...(status ? { status } : {}), before: next })}`}
          >
            Earlier claims
          </Link>
        </p>
      )}
    </>
  )
}

function Filter({ href, label, current }: { href: string; label: string; current: boolean }) {
  return (
    <Link
      href={href}
      aria-current={current ? 'page' : undefined}
      className={`min-h-8 ${current ? 'border-b-2 border-accent font-semibold' : 'text-ink-soft hover:text-ink'}`}
    >
      {label}
    </Link>
  )
}
