/** What a frame says where nothing stands any more, or never did. */
export function EmbedNotice({ title, notice }: { title: string; notice: string }) {
  return (
    <article className="embed-card">
      <h1>{title}</h1>
      {notice ? <p dir="auto">{notice}</p> : null}
    </article>
  )
}
