/** The front page before the first publication. */
export function EmptyFront({ siteName }: { siteName: string }) {
  return (
    <article className="plain empty-front">
      <header>
        <h1>The first check is not out yet</h1>
        <p className="standfirst">
          {siteName} takes what was said in interviews and shows, claim by claim, what holds up and what
          nobody substantiated. When the first interview is published it will stand here.
        </p>
      </header>
      <p>
        <a href="/methodology">How we check</a>
      </p>
    </article>
  )
}
