import { PlainPage } from '@/components/reader/plain-pages'
import { API, DOCUMENT } from '@/publishing/api/addresses'
import type { PROBLEMS } from '@/publishing/api/problem'

/** An address of the API, as people read it. */
export type ListedOperation = {
  id: string
  path: string
  summary: string
  parameters: readonly { name: string; description: string }[]
}

type Props = { operations: readonly ListedOperation[]; problems: typeof PROBLEMS }

/** What programs can ask of this site, for the people who write them. */
export function ApiPage({ operations, problems }: Props) {
  return (
    <PlainPage
      title="Our checks for programs"
      lead="Everything that is published here can be read by programs, without a key and from any site."
    >
      <div className="prose api">
        <p>
          Answers are JSON in UTF-8. They are described exactly in the{' '}
          <a href={DOCUMENT}>OpenAPI document of this API</a>. Each carries an ETag: send it back as
          If-None-Match, and an answer that did not change has no body. Lists go on at <code>next</code>,
          which is also in the Link header; <code>limit</code> is how many items a page of them holds, and{' '}
          <code>cursor</code> the place to go on from.
        </p>
        <p>
          Fields may be added, so ignore those you do not know. None is taken away or changes its meaning;
          what is to go is announced by the headers Deprecation and Sunset at least twelve months before.
        </p>
        <h2>Addresses</h2>
        <dl>
          {operations.map((operation) => (
            <div key={operation.id}>
              <dt>
                <code>
                  {API}
                  {operation.path}
                </code>
              </dt>
              <dd>
                <p>{operation.summary}.</p>
                {operation.parameters.length > 0 && (
                  <ul>
                    {operation.parameters.map(({ name, description }) => (
                      <li key={name}>
                        <code>{name}</code> {description}
                      </li>
                    ))}
                  </ul>
                )}
              </dd>
            </div>
          ))}
        </dl>
        <h2>Refusals</h2>
        <p>
          A refusal is problem details (RFC 9457): <code>type</code> leads to one of these lines.
        </p>
        <dl>
          {Object.entries(problems).map(([kind, { status, title, means }]) => (
            <div key={kind} id={kind}>
              <dt>
                {status}: {title}
              </dt>
              <dd>
                <p>{means.replaceAll('`', '')}</p>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </PlainPage>
  )
}
