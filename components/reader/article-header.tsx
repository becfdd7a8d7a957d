import { ChangeList, claimsOn } from '@/components/reader/change-list'
import { picturePath, scaledPicturePath } from '@/publishing/addresses'
import { longDay, longMomentIn } from '@/publishing/days'
import { PICTURE_SIZES, pictureWidths } from '@/publishing/picture-sizes'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

/** "A", "A and B", "A, B and C". */
export function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** Headline, standfirst, who wrote it and when. */
export function ArticleHeader({ page }: { page: PageSnapshot }) {
  const { interview } = page
  const where = [
    interview.platform,
    interview.place,
    interview.happenedOn ? longDay(interview.happenedOn) : '',
  ].filter(Boolean)
  return (
    <header className="article-header">
      {where.length > 0 ? <p className="kicker">{where.join(' · ')}</p> : null}
      <h1 dir="auto">{interview.title}</h1>
      {interview.standfirst ? (
        <p className="standfirst" dir="auto">
          {interview.standfirst}
        </p>
      ) : null}
      <Byline page={page} />
    </header>
  )
}

function Byline({ page }: { page: PageSnapshot }) {
  const { interview, site } = page
  return (
    <div className="byline">
      <p>
        {interview.dateline ? <span className="dateline">{interview.dateline}</span> : null}
        {interview.dateline && interview.bylines.length > 0 ? ' — ' : null}
        {interview.bylines.length > 0 ? (
          <span className="by">
            By <b>{listOf(interview.bylines)}</b>
          </span>
        ) : null}
      </p>
      {interview.contributors.length > 0 ? (
        <p>{listOf(interview.contributors)} contributed to this report.</p>
      ) : null}
      <p className="published">
        Published{' '}
        <time dateTime={page.firstPublishedAt}>{longMomentIn(site.timeZone, page.firstPublishedAt)}</time>
        {page.publishedAt === page.firstPublishedAt ? null : (
          <>
            {' · '}
            <a href="#history">
              Changed <time dateTime={page.publishedAt}>{longMomentIn(site.timeZone, page.publishedAt)}</time>
            </a>
          </>
        )}
      </p>
    </div>
  )
}

/** The picture with its caption and credit, in as many pixels as the reader's screen has use for. */
export function Picture({ page }: { page: PageSnapshot }) {
  const { picture, slug } = page.interview
  if (!picture) return null
  const widths = pictureWidths(picture.width)
  return (
    <figure className="picture">
      {/* biome-ignore lint/performance/noImgElement: public pages are plain markup */}
      <img
        src={picturePath(slug, picture.fileHash)}
        srcSet={
          widths.length > 0
            ? [
                ...widths.map((width) => `${scaledPicturePath(slug, picture.fileHash, width)} ${width}w`),
                `${picturePath(slug, picture.fileHash)} ${picture.width}w`,
              ].join(', ')
            : undefined
        }
        sizes={widths.length > 0 ? PICTURE_SIZES : undefined}
        width={picture.width}
        height={picture.height}
        alt={picture.alt}
        fetchPriority="high"
      />
      {picture.caption || picture.credit ? (
        <figcaption>
          {picture.caption} {picture.credit ? <span className="credit">{picture.credit}</span> : null}
        </figcaption>
      ) : null}
    </figure>
  )
}

/** Corrections stand above the story: a reader who saw the wrong text learns of it first. */
export function CorrectionsBox({ page }: { page: PageSnapshot }) {
  const corrections = page.changes.filter((change) => change.kind === 'correction')
  if (corrections.length === 0) return null
  return (
    <section className="corrections-box" aria-label={corrections.length === 1 ? 'Correction' : 'Corrections'}>
      <ChangeList
        changes={corrections}
        timeZone={page.site.timeZone}
        claimHref={claimsOn(page, (number) => `#claim-${number}`)}
      />
    </section>
  )
}
