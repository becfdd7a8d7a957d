/**
 * Says on a preview that it is not published and who can see it.
 * @param deskPath leads a member back; null for somebody outside, who came by a link.
 */
export function DraftBanner({ deskPath }: { deskPath: string | null }) {
  return (
    <p className="draft-banner" role="note">
      <strong>Preview.</strong>{' '}
      {deskPath === null ? (
        'This is a draft and not published. It was shown to you in confidence; it may change, and the link may end.'
      ) : (
        <>
          This is not published; only members of the newsroom can see it.{' '}
          <a href={deskPath}>Back to the desk</a>
        </>
      )}
    </p>
  )
}
