/** A moment in this browser's zone and manner. Only for what is rendered in the browser: a server's zone is another. */
export function MomentText({ at }: { at: string }) {
  const text = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(at),
  )
  return <time dateTime={at}>{text}</time>
}
