import 'server-only'
import { createHash } from 'node:crypto'
import type { ReactElement } from 'react'
import { renderMarkdown } from '@/claims/markdown'
import { EmbedDocument } from '@/components/reader/embed/embed-document'
import { EmbedNotice } from '@/components/reader/embed/embed-notice'
import type { Policies } from '@/components/reader/interview-page'
import { NotFoundPage, TakedownPage } from '@/components/reader/plain-pages'
import { type Head, ReaderDocument } from '@/components/reader/reader-document'
import { readSettings } from '@/newsroom/settings'
import type { Settings } from '@/newsroom/settings-schema'
import { siteOrigin } from '@/platform/env'
import type { SaidAgain } from '@/publishing/appearances'
import { Joined } from '@/publishing/joined'
import { KeptBytes } from '@/publishing/kept-bytes'
import { type PublicBody, publicResponse } from '@/publishing/public-pages'
import { currentPublication, currentPublicationKey, publishedState, saidAgain } from '@/publishing/queries'
import { readerAssets } from '@/publishing/reader-assets'
import type { PageSnapshot, TakedownSnapshot } from '@/publishing/snapshot-schema'

/** How a public route answers: it names what it shows; the bytes are made once for each state of what it is made of. */

const settingsAsked = new Joined<Settings>()
const states = new Joined<string>()
const keys = new Joined<Awaited<ReturnType<typeof currentPublicationKey>>>()
const settingsNow = () => settingsAsked.ask('', () => readSettings())
const keyOf = (slug: string) => keys.ask(slug, () => currentPublicationKey(slug))

/** `frame`: origin of the one player that the page may frame. */
export type Shown = { head: Head; body: ReactElement; status?: number; frame?: string | undefined }
export type Context = { settings: Settings; policies: Policies; origin: string }

/** A page made of many publications (front page, lists). `key` names the page and its parameters. */
export async function siteDocument(
  request: Request,
  key: string,
  show: (context: Context) => Promise<Shown>,
  /** `chosen`: readers make up the address themselves. */
  { chosen = false }: { chosen?: boolean } = {},
): Promise<Response> {
  const [settings, state] = await Promise.all([settingsNow(), states.ask('', publishedState)])
  return publicResponse(request, {
    key: `${key} ${state} ${markOf(settings)}`,
    make: () => documentOf(settings, show),
    chosen,
  })
}

/**
 * A page made of the newest publication at a slug. What was taken down answers 410 with its notice, and what `show` returns null
 * for, or was never published, answers 404.
 */
export async function publicationDocument(
  request: Request,
  key: string,
  slug: string,
  show: (page: PageSnapshot, context: Context & { said: SaidAgain }) => Shown | null,
): Promise<Response> {
  const [settings, current] = await Promise.all([settingsNow(), keyOf(slug)])
  if (!current) return notFound(request)
  return publicResponse(request, {
    key: `${key} ${current.id} ${current.saidAgain} ${markOf(settings)}`,
    make: () =>
      documentOf(settings, async (context) => {
        const publication = await currentPublication(slug)
        if (!publication) return missing()
        const { snapshot } = publication
        if (snapshot.kind === 'takedown') return takenDown(snapshot)
        return show(snapshot, { ...context, said: await saidAgain(publication.id) }) ?? missing()
      }),
  })
}

/** JSON made of the newest page that stands at a slug; null where none does. */
export async function publicationData(
  request: Request,
  key: string,
  slug: string,
  show: (page: PageSnapshot) => object,
): Promise<Response | null> {
  const current = await keyOf(slug)
  if (!current || !(await standingFile(slug))) return null
  return publicResponse(request, {
    key: `${key} ${current.id}`,
    make: async () => {
      const snapshot = (await currentPublication(slug))?.snapshot
      return {
        status: snapshot?.kind === 'page' ? 200 : 410,
        type: 'application/json; charset=utf-8',
        body: JSON.stringify(snapshot?.kind === 'page' ? show(snapshot) : {}),
      }
    },
  })
}

/** Text of another kind made of the newest page at a slug. What was taken down answers 410, what never was 404. */
export async function publicationText(
  request: Request,
  key: string,
  slug: string,
  { type, write }: { type: string; write: (page: PageSnapshot) => string },
): Promise<Response> {
  const current = await keyOf(slug)
  if (!current) return notFound(request)
  return publicResponse(request, {
    key: `${key} ${current.id}`,
    make: async () => {
      const snapshot = (await currentPublication(slug))?.snapshot
      return snapshot?.kind === 'page'
        ? { status: 200, type, body: write(snapshot) }
        : { status: 410, type: 'text/plain; charset=utf-8', body: 'This page was taken down.\n' }
    },
  })
}

/** What files for machines are made with. */
export type FileContext = { settings: Settings; origin: string }

/** True where the address asks something: where a list goes on, what it is narrowed to. Readers can ask without end. */
const asks = (request: Request) => new URL(request.url).search !== ''

/** A file made of many publications: feeds and sitemaps. `make` gives null for one that is not there. */
export async function siteFile(
  request: Request,
  key: string,
  make: (context: FileContext & { state: string }) => Promise<PublicBody | null>,
): Promise<Response> {
  const [settings, state] = await Promise.all([settingsNow(), states.ask('', publishedState)])
  return publicResponse(request, {
    key: `${key} ${state} ${markOf(settings)}`,
    make: async () =>
      (await make({ settings, origin: siteOrigin(), state })) ?? documentOf(settings, async () => missing()),
    chosen: asks(request),
  })
}

/** A small document for a frame on other sites; the shell is given, so that what is shown there is nothing of the page's. */
export async function framedDocument(
  request: Request,
  key: string,
  slug: string,
  show: (page: PageSnapshot, context: FileContext) => Framed | null,
): Promise<Response> {
  const [settings, current] = await Promise.all([settingsNow(), keyOf(slug)])
  return publicResponse(request, {
    key: `${key} ${current?.id ?? ''} ${markOf(settings)}`,
    make: async () => {
      const snapshot = current && (await currentPublication(slug))?.snapshot
      const context = { settings, origin: siteOrigin() }
      const shown = snapshot?.kind === 'page' ? show(snapshot, context) : null
      const notice = snapshot?.kind === 'takedown' ? GONE(snapshot.notice) : NEVER
      const { title, canonical, body } = shown ?? notice
      const { renderToStaticMarkup } = await import('react-dom/server')
      const assets = await readerAssets()
      const markup = renderToStaticMarkup(
        <EmbedDocument siteName={settings.siteName} assets={assets} title={title} canonical={canonical}>
          {body}
        </EmbedDocument>,
      )
      return {
        status: shown ? 200 : snapshot?.kind === 'takedown' ? 410 : 404,
        type: 'text/html; charset=utf-8',
        body: `<!doctype html>\n${markup}`,
        framed: true,
      }
    },
  })
}

export type Framed = { title: string; canonical: string | null; body: ReactElement }
const GONE = (notice: string): Framed => ({
  title: 'Taken down',
  canonical: null,
  body: <EmbedNotice title="This page was taken down" notice={notice} />,
})
const NEVER: Framed = {
  title: 'Not found',
  canonical: null,
  body: <EmbedNotice title="There is nothing here" notice="" />,
}

/** A file made of the newest page that stands at a slug. Where none stands, or `make` gives null, the same 404 as anywhere. */
export async function publicationFile(
  request: Request,
  key: string,
  slug: string,
  make: (
    page: PageSnapshot,
    context: FileContext & { said: SaidAgain },
  ) => PublicBody | null | Promise<PublicBody | null>,
  /** `chosen`: readers make up what it is asked with. */
  { chosen = false }: { chosen?: boolean } = {},
): Promise<Response> {
  const [settings, current] = await Promise.all([settingsNow(), keyOf(slug)])
  if (!current) return notFound(request)
  return publicResponse(request, {
    key: `${key} ${current.id} ${current.saidAgain} ${markOf(settings)}`,
    make: async () => {
      const publication = await currentPublication(slug)
      const body =
        publication?.snapshot.kind === 'page'
          ? await make(publication.snapshot, {
              settings,
              origin: siteOrigin(),
              said: await saidAgain(publication.id),
            })
          : null
      return body ?? documentOf(settings, async () => missing())
    },
    chosen,
  })
}

type Files = Pick<PageSnapshot['interview'], 'recording' | 'picture'>
const files = new KeptBytes<Files>(1000)

/** The files that the newest page at a slug names; null where none stands. Asked for each range, so remembered by publication. */
export async function standingFile(slug: string): Promise<Files | null> {
  const current = await keyOf(slug)
  if (!current) return null
  const known = files.get(current.id)
  if (known) return known
  const publication = await currentPublication(slug)
  if (publication?.snapshot.kind !== 'page') return null
  const { recording, picture } = publication.snapshot.interview
  files.set(publication.id, { recording, picture }, 1)
  return { recording, picture }
}

/** Our own 404. It says the same for what never was, is not out yet, and is no address at all. */
export async function notFound(request: Request): Promise<Response> {
  const settings = await settingsNow()
  return publicResponse(request, {
    key: `404 ${markOf(settings)}`,
    make: () => documentOf(settings, async () => missing()),
  })
}

/** Renders what is shown into a whole document. */
export async function documentOf(
  settings: Settings,
  show: (context: Context) => Promise<Shown>,
): Promise<PublicBody & { body: string }> {
  // Imported here, because Next refuses a static import of it in a route's graph.
  const { renderToStaticMarkup } = await import('react-dom/server')
  const origin = siteOrigin()
  const policies = {
    methodologyHtml: renderMarkdown(settings.methodology),
    correctionsHtml: renderMarkdown(settings.correctionsPolicy),
  }
  const shown = await show({ settings, policies, origin })
  const site = { name: settings.siteName, origin, assets: await readerAssets() }
  const markup = renderToStaticMarkup(
    <ReaderDocument site={site} head={shown.head}>
      {shown.body}
    </ReaderDocument>,
  )
  return {
    status: shown.status ?? 200,
    type: 'text/html; charset=utf-8',
    body: `<!doctype html>\n${markup}`,
    frame: shown.frame,
  }
}

function missing(): Shown {
  return {
    status: 404,
    head: { title: 'Not found', description: 'There is no page here.', path: null, index: false },
    body: <NotFoundPage />,
  }
}

function takenDown(takedown: TakedownSnapshot): Shown {
  return {
    status: 410,
    head: {
      title: 'Taken down',
      description: 'This page was taken down.',
      path: null,
      index: false,
    },
    body: <TakedownPage takedown={takedown} />,
  }
}

function markOf(settings: Settings): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('base64url').slice(0, 16)
}
