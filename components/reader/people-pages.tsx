import { ClaimList, type ClaimListView, counted } from '@/components/reader/claim-list'
import { PlainPage } from '@/components/reader/plain-pages'
import { personPath, topicPath } from '@/publishing/addresses'

export type ListedPerson = {
  slug: string
  name: string
  affiliation: string
  description: string
  claims: number
  interviews: number
}
export type ListedTopic = { slug: string; name: string; claims: number }

/** Wherever checks are counted by person: a count invites a comparison that it does not bear. */
function Caution() {
  return (
    <p className="caution">
      These are the claims that we chose to check. Their number says what we looked at, not how honest
      somebody is or how often they are right.
    </p>
  )
}

export const claimsOf = (count: number) => (count === 1 ? '1 claim' : `${counted(count)} claims`)
const interviewsOf = (count: number) => (count === 1 ? '1 interview' : `${counted(count)} interviews`)

/** Everybody who has a page. */
export function PeoplePage({ people }: { people: readonly ListedPerson[] }) {
  return (
    <PlainPage title="People" lead="Who spoke in the interviews that we checked.">
      {people.length > 0 ? (
        <>
          <Caution />
          <ul className="index-list">
            {people.map((person) => (
              <li key={person.slug}>
                <a href={personPath(person.slug)} dir="auto">
                  {person.name}
                </a>
                {person.affiliation ? <span dir="auto">{person.affiliation}</span> : null}
                <span className="index-count">
                  {person.claims > 0 ? `${claimsOf(person.claims)} in ` : ''}
                  {interviewsOf(person.interviews)}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="empty">Nobody has been named on a published page yet.</p>
      )}
    </PlainPage>
  )
}

/** A person as published pages name them, with the claims of theirs that were checked. */
export function PersonPage({ person, list }: { person: ListedPerson; list: ClaimListView }) {
  const lead = [person.affiliation, person.description].filter(Boolean).join('. ')
  return (
    <PlainPage title={person.name} lead={lead} kicker={<a href="/people">People</a>}>
      <p className="tally">
        {claimsOf(person.claims)} in {interviewsOf(person.interviews)}
      </p>
      <Caution />
      <ClaimList list={list} named={false} />
    </PlainPage>
  )
}

/** Every topic that published claims are about. */
export function TopicsPage({ topics }: { topics: readonly ListedTopic[] }) {
  return (
    <PlainPage title="Topics" lead="What the claims that we checked are about.">
      {topics.length > 0 ? (
        <ul className="index-list">
          {topics.map((topic) => (
            <li key={topic.slug}>
              <a href={topicPath(topic.slug)} dir="auto">
                {topic.name}
              </a>
              <span className="index-count">{claimsOf(topic.claims)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="empty">No published claim has a topic yet.</p>
      )}
    </PlainPage>
  )
}

/** The published claims on one topic. */
export function TopicPage({ topic, list }: { topic: ListedTopic; list: ClaimListView }) {
  return (
    <PlainPage title={topic.name} kicker={<a href="/topics">Topics</a>}>
      <p className="tally">{claimsOf(topic.claims)} on this topic</p>
      <ClaimList list={list} />
    </PlainPage>
  )
}
