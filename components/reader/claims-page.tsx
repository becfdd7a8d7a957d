import { ClaimList, type ClaimListView } from '@/components/reader/claim-list'
import { type Choice, NarrowForm } from '@/components/reader/narrow-form'
import { PlainPage } from '@/components/reader/plain-pages'

/** Every published claim. */
export function ClaimsPage({
  list,
  title,
  lead,
  people,
  topics,
}: {
  list: ClaimListView
  title: string
  lead: string
  people: readonly Choice[]
  topics: readonly Choice[]
}) {
  return (
    <PlainPage title={title} lead={lead}>
      <ClaimList list={list}>
        <NarrowForm path={list.path} filter={list.filter} people={people} topics={topics} />
      </ClaimList>
    </PlainPage>
  )
}
