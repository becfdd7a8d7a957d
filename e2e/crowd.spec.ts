import { renderSite } from '@/deploy/render-nginx.mjs'
import { freePort, nginxVersion, type RunningNginx, startNginx } from '@/deploy/run-nginx'
import { type Gate, gateTo } from '@/e2e/gate'
import { type OwnServer, ownServer } from '@/e2e/own-server'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { env } from '@/platform/env'
import { approveBuilt, buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { takeDown } from '@/publishing/take-down'

/**
 * Two server processes on one database, and nginx before them where it is installed: what was published, corrected and taken
 * down is so everywhere, and readers go on reading when the database or the processes go. No browser is needed for that.
 */

const SITE = { NEXTAUTH_URL: 'http://checks.example' }

let gate: Gate
let servers: OwnServer[] = []
let nginx: RunningNginx | undefined
/** Where readers ask, and nginx first where there is one. */
let places: string[] = []

test.beforeAll(async () => {
  test.setTimeout(120_000)
  gate = await gateTo(env().DATABASE_URL)
  servers = await Promise.all([1, 2].map(() => ownServer({ ...SITE, DATABASE_URL: gate.url })))
  places = servers.map(({ address }) => address)
  if (nginxVersion() === null) return console.warn('There is no nginx here: tried without it.')
  const listen = `127.0.0.1:${await freePort()}`
  const origin = servers.map((server) => new URL(server.address).host).join(',')
  nginx = await startNginx(
    (folder) => renderSite({ listen, origin, cache: `${folder}/cache` }),
    `http://${listen}/robots.txt`,
  )
  places.unshift(`http://${listen}`)
})
test.afterAll(async () => {
  await nginx?.stop()
  await Promise.all(servers.map((server) => server.kill()))
  await gate?.end()
})

const read = async (place: string, path: string) => {
  const answer = await fetch(place + path)
  return { status: answer.status, text: await answer.text() }
}

/** Reads a page at every place again and again until told to stop. @returns every answer that was no page, in words */
function crowd(paths: readonly string[], at: readonly string[] = places) {
  let reading = true
  let count = 0
  const wrong: string[] = []
  const readers = at.flatMap((place) =>
    paths.map(async (path) => {
      while (reading) {
        const answer = await read(place, path).catch((error: unknown) => ({ status: 0, text: String(error) }))
        count += 1
        if (answer.status !== 200)
          wrong.push(`${place}${path}: ${answer.status} ${answer.text.slice(0, 200)}`)
      }
    }),
  )
  return {
    /** Waits until so many more were answered. */
    async answers(more: number) {
      const until = count + more
      await expect.poll(() => count, { timeout: 30_000 }).toBeGreaterThan(until)
    },
    async stop() {
      reading = false
      await Promise.all(readers)
      return wrong
    },
  }
}

async function published(title: string) {
  const page = await buildPublished({
    interview: { title },
    claims: [{ claimReviewed: `${title}, the claim.` }],
  })
  return { ...page, path: `/interviews/${page.interview.slug}` }
}

const everywhere = async (path: string, seen: (answer: { status: number; text: string }) => boolean) => {
  for (const place of places)
    await expect
      .poll(async () => seen(await read(place, path)), {
        message: place + path,
        timeout: 10_000,
        intervals: [50],
      })
      .toBe(true)
}

test('what is published, corrected and taken down is so at every process and at the proxy, also for whoever asked before', async () => {
  test.setTimeout(90_000)
  const { interview, claims, editor, path } = await published(`Crowded evening ${Date.now()}`)
  const title = interview.title
  await everywhere(path, ({ status, text }) => status === 200 && text.includes(title))
  await everywhere('/', ({ text }) => text.includes(title))

  const readers = crowd([path])
  const corrected = `${title}, corrected`
  await db().claim.update({
    where: { id: claims[0]?.id ?? '' },
    data: { claimReviewed: corrected, status: 'inReview', version: { increment: 1 } },
  })
  await approveBuilt(editor, claims[0]?.id ?? '')
  await publishBuilt(editor, interview.id, [
    {
      kind: 'correction',
      wrong: 'What stood there.',
      note: 'What is right.',
      claimNumber: claims[0]?.number ?? 1,
    },
  ])
  await everywhere(path, ({ text }) => text.includes(corrected))
  expect(await readers.stop()).toEqual([])

  await takeDown(editor, { interviewId: interview.id, notice: 'Taken down for a reason.' })
  await everywhere(path, ({ status, text }) => status === 410 && text.includes('Taken down for a reason.'))
  await everywhere('/', ({ text }) => !text.includes(title))
})

test('readers read on while the database is away, and while every process is dead; then all is as before', async ({
  page,
  signInAs,
}) => {
  test.setTimeout(120_000)
  const { interview, editor, path } = await published(`Lasting evening ${Date.now()}`)
  await everywhere(path, ({ status }) => status === 200)
  await everywhere('/', ({ status }) => status === 200)

  await signInAs(page, 'editor')
  const readers = crowd([path, '/'])
  gate.close()
  for (const { address } of servers)
    await expect.poll(async () => (await read(address, '/api/health')).status).toBe(503)
  await readers.answers(300)
  await page.goto(`${servers[0]?.address}/desk/interviews`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /cannot be shown right now|could not be made/,
  )
  gate.open()
  for (const { address } of servers)
    await expect.poll(async () => (await read(address, '/api/health')).status).toBe(200)
  expect(await readers.stop()).toEqual([])
  // Each hears of changes again.
  await takeDown(editor, { interviewId: interview.id, notice: 'Gone for a moment.' })
  await everywhere(path, ({ status }) => status === 410)
  await publishBuilt(editor, interview.id)
  await everywhere(path, ({ status }) => status === 200)

  if (!nginx) return
  const proxy = places.slice(0, 1)
  const through = crowd([path, '/'], proxy)
  await Promise.all(servers.map((server) => server.kill()))
  await through.answers(300)
  await Promise.all(servers.map((server) => server.start()))
  await through.answers(10)
  expect(await through.stop()).toEqual([])
  await takeDown(editor, { interviewId: interview.id, notice: 'Gone for good.' })
  await everywhere(path, ({ status }) => status === 410)
})
