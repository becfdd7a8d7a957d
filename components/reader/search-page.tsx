import { CHALLENGE_LABELS, challengeSchema } from '@/claims/words-of-the-trade'
import { type Facet, FacetLinks } from '@/components/reader/facet-links'
import { ListWays } from '@/components/reader/list-ways'
import { PlainPage } from '@/components/reader/plain-pages'
import { SearchForm } from '@/components/reader/search-form'
import { SearchResult } from '@/components/reader/search-result'
import type { Count, FacetCount, SearchResults } from '@/publishing/search/search'
import { type SearchFilter, searchNarrows, searchPath } from '@/publishing/search/search-filter'

type Props = {
  filter: SearchFilter
  /** Null where nothing was asked yet. */
  found: SearchResults | null
  /** True on the pages after the first. */
  further: boolean
  timeZone: string
}

const countOf = ({ count, more }: Count) => `${count.toLocaleString('en-GB')}${more ? '+' : ''}`

/** The search over everything published. */
export function SearchPage({ filter, found, further, timeZone }: Props) {
  return (
    <PlainPage title="Search">
      <SearchForm filter={filter} />
      {found ? (
        <Found filter={filter} found={found} further={further} timeZone={timeZone} />
      ) : (
        <p className="empty">
          Search the claims that we checked and the transcripts of the interviews. Quotation marks keep words
          together, as in <kbd>“nine million trees”</kbd>; a minus leaves a word out, as in{' '}
          <kbd>trees -planted</kbd>. You may also look under <a href="/people">people</a> or{' '}
          <a href="/topics">topics</a>.
        </p>
      )}
    </PlainPage>
  )
}

/** Instead of results, while more people search than can be answered. */
export function SearchBusyPage() {
  return (
    <PlainPage title="Many people are searching" lead="Please try again in a moment.">
      <p>
        Meanwhile you may look under <a href="/people">people</a> or <a href="/topics">topics</a>.
      </p>
    </PlainPage>
  )
}

function Found({ filter, found, further, timeZone }: Omit<Props, 'found'> & { found: SearchResults }) {
  const { results, claims, said } = found
  const newest = filter.sort === 'newest'
  return (
    <>
      {found.instead === null ? null : <Instead asked={filter.q} instead={found.instead} />}
      <div className="narrow">
        <FacetLinks label="By kind" facets={kinds(filter, claims, said)} />
        <FacetLinks label="By verdict" facets={facets('verdict', filter, found.verdicts)} />
        <FacetLinks label="By challenge on air" facets={challenges(filter, found.challenges)} />
        <More label="People" facets={facets('person', filter, found.persons)} />
        <More label="Topics" facets={facets('topic', filter, found.topics)} />
      </div>
      {results.length === 0 ? (
        <NothingFound filter={filter} found={found} further={further} />
      ) : (
        <>
          <p className="search-order">
            <span role="status">{saying(filter, found)}</span>{' '}
            <a href={searchPath({ ...filter, sort: newest ? 'relevance' : 'newest' })}>
              {newest ? 'Most relevant first' : 'Newest first'}
            </a>
          </p>
          <ol className="found-list">
            {results.map((result) => (
              <SearchResult key={keyOf(result)} result={result} timeZone={timeZone} />
            ))}
          </ol>
        </>
      )}
      <ListWays
        newer={further ? searchPath(filter) : null}
        older={found.older && searchPath(filter, found.older)}
        newerLabel="First results"
        olderLabel="More results"
        what="results"
      />
    </>
  )
}

function keyOf(result: SearchResults['results'][number]): string {
  return result.kind === 'claim'
    ? `${result.claim.slug} ${result.claim.claim.number}`
    : `${result.slug} t${result.turn}`
}

function saying(filter: SearchFilter, { claims, said }: SearchResults): string {
  const parts = []
  if (filter.kind !== 'said') parts.push(`${countOf(claims)} ${claims.count === 1 ? 'claim' : 'claims'}`)
  if (filter.kind !== 'claim' && (said.count > 0 || filter.kind === 'said'))
    parts.push(`${countOf(said)} ${said.count === 1 ? 'passage' : 'passages'} of transcripts`)
  const many = claims.more || said.more
  return `${parts.join(' and ')}.${many ? ' So many say this that the newest are looked at; add a word for older ones.' : ''}`
}

function Instead({ asked, instead }: { asked: string; instead: string }) {
  const literal = asked.includes('"') ? asked : asked.replace(/[^\s-]\S*/g, (word) => `"${word}"`)
  return (
    <p className="instead" role="status">
      Showing results for <b dir="auto">{instead}</b>, because nothing published says “{asked}”.{' '}
      <a href={searchPath({ q: literal, sort: 'relevance' })}>Search for exactly that</a>.
    </p>
  )
}

function NothingFound({
  filter,
  found,
  further,
}: {
  filter: SearchFilter
  found: SearchResults
  further: boolean
}) {
  if (further) return <p className="empty">These were all the results.</p>
  if (found.tooCommon)
    return (
      <p className="empty" role="status">
        Nearly every text says this. Add a word that tells more.
      </p>
    )
  return (
    <div className="empty" role="status">
      <p>
        Nothing that we published says all of “<span dir="auto">{filter.q}</span>”
        {searchNarrows(filter) ? ' with what you narrowed it to' : ''}.
      </p>
      <ul>
        {searchNarrows(filter) ? (
          <li>
            <a href={searchPath({ q: filter.q, sort: filter.sort })}>Search everything for it</a>
          </li>
        ) : null}
        <li>Try fewer words, or the name of who said it.</li>
        <li>
          Look under <a href="/people">people</a> or <a href="/topics">topics</a>, or browse{' '}
          <a href="/claims">all claims</a>.
        </li>
      </ul>
    </div>
  )
}

function kinds(filter: SearchFilter, claims: Count, said: Count): Facet[] {
  const one = (kind: SearchFilter['kind'], label: string, count: string): Facet => ({
    key: kind ?? 'all',
    label,
    count,
    current: filter.kind === kind && kind !== undefined,
    href: searchPath({ ...filter, kind: filter.kind === kind ? undefined : kind }),
  })
  if (claims.count === 0 && said.count === 0) return []
  return [one('claim', 'Checked claims', countOf(claims)), one('said', 'In transcripts', countOf(said))]
}

function facets(
  name: 'verdict' | 'person' | 'topic',
  filter: SearchFilter,
  counts: readonly FacetCount[],
): Facet[] {
  return counts.map(({ key, label, icon, colour, ...count }) => {
    const current = filter[name] === key
    return {
      key,
      label,
      count: countOf(count),
      current,
      href: searchPath({ ...filter, [name]: current ? undefined : key }),
      ...(icon && colour ? { look: { icon, colour } } : {}),
    }
  })
}

function challenges(filter: SearchFilter, counts: readonly FacetCount[]): Facet[] {
  if (counts.length < 2 && !filter.challenged) return []
  return challengeSchema.options.flatMap((kind) => {
    const count = counts.find((one) => one.key === kind)
    const current = filter.challenged === kind
    if (!count) return []
    const href = searchPath({ ...filter, challenged: current ? undefined : kind })
    return [{ key: kind, label: CHALLENGE_LABELS[kind], count: countOf(count), current, href }]
  })
}

/** A long row, opened where it is used: nobody wants twelve names before the first result. */
function More({ label, facets }: { label: string; facets: readonly Facet[] }) {
  const current = facets.find((facet) => facet.current)
  if (facets.length < 2 && !current) return null
  return (
    <details className="search-more" open={current !== undefined}>
      <summary>{label}</summary>
      <FacetLinks label={`By ${label.toLowerCase()}`} facets={facets} />
    </details>
  )
}
