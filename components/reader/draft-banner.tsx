/** Says on a preview that nobody else can see it, and leads back. */
export function DraftBanner({ deskPath }: { deskPath: string }) {
  return (
    <p className="draft-banner" role="note">
      <strong>Preview.</strong> This is not published; only members of the newsroom can see it.{' '}
      <a href={deskPath}>Back to the desk</a>
    </p>
  )
}
