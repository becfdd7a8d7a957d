import { type SearchFilter, searchPath } from '@/publishing/search/search-filter'

/** The question, with what keeps the rest of the address. A plain form: its answer is an address like any other. */
export function SearchForm({ filter }: { filter: SearchFilter }) {
  const { q, kind, verdict, person, topic, challenged, from, to, sort } = filter
  const kept = { kind, verdict, person, topic, challenged, sort: sort === 'relevance' ? undefined : sort }
  return (
    <search>
      <form className="search-form" method="get" action="/search">
        <div className="search-ask">
          <label className="hush" htmlFor="q">
            Words, or a “phrase in quotation marks”
          </label>
          <input
            id="q"
            name="q"
            type="search"
            dir="auto"
            defaultValue={q}
            maxLength={200}
            autoComplete="off"
            enterKeyHint="search"
          />
          <button type="submit">Search</button>
        </div>
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        {q === '' ? null : (
          <details className="search-more" open={Boolean(from || to)}>
            <summary>Said between two days</summary>
            <div className="narrow-form">
              <Day name="from" label="From" value={from} />
              <Day name="to" label="To" value={to} />
              <button type="submit">Show</button>
              {from || to ? (
                <a href={searchPath({ ...filter, from: undefined, to: undefined })}>Any day</a>
              ) : null}
            </div>
          </details>
        )}
      </form>
    </search>
  )
}

function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <label className="choose">
      <span>{label}</span>
      <input type="date" name={name} defaultValue={value ?? ''} />
    </label>
  )
}
