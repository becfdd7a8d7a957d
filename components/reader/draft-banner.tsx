/** Says on a preview that nobody else can see it. */
export function DraftBanner() {
  return (
    <p className="draft-banner" role="note">
      <strong>Preview.</strong> This is not published; only members of the newsroom can see it.
    </p>
  )
}
