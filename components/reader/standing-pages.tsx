import { VerdictBadge, verdictColour } from '@/components/claims/verdict-badge'
import { Html } from '@/components/reader/html'
import { PlainPage } from '@/components/reader/plain-pages'

/** A verdict of the scale as readers are told of it. */
export type ScaleEntry = { key: string; label: string; definition: string; icon: string; colour: string }

/** How the newsroom checks, from its settings, with the verdicts that it gives. */
export function MethodologyPage({ html, scale }: { html: string; scale: readonly ScaleEntry[] }) {
  return (
    <PlainPage title="How we check">
      <Html className="prose" html={html} />
      {scale.length > 0 ? (
        <section className="scale" aria-labelledby="scale">
          <h2 id="scale">Our verdicts</h2>
          <dl>
            {scale.map((verdict) => (
              <div key={verdict.key} className={`v-${verdictColour(verdict.colour)}`}>
                <dt>
                  <a href={`/claims?verdict=${encodeURIComponent(verdict.key)}`}>
                    <VerdictBadge verdict={verdict} />
                  </a>
                </dt>
                <dd>{verdict.definition}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </PlainPage>
  )
}

/** Who the newsroom is, in its own words. */
export function AboutPage({ siteName, html }: { siteName: string; html: string }) {
  return (
    <PlainPage title={`About ${siteName}`}>
      <Html className="prose" html={html} />
      <p className="section-note">
        <a href="/methodology">How we check</a> · <a href="/corrections">Corrections</a>
      </p>
    </PlainPage>
  )
}
