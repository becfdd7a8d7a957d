import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { addComment } from '@/claims/add-comment'
import { saveBackground } from '@/claims/save-background'
import { resolveThread } from '@/claims/talk/resolve-thread'
import {
  CANARY as DESK_WORD,
  EARLIER,
  mark,
  namesAround,
  publishedWithSecrets,
  unpublished,
} from '@/e2e/canaries'
import { type About, builtRoutes, PUBLIC_ROUTES, paramsIn, unlistedRoutes } from '@/e2e/public-routes'
import { moveClock } from '@/platform/clock'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt, buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { planPublication } from '@/publishing/plan/plan-publication'
import { publishDuePlans } from '@/publishing/plan/publish-plan'
import { withdrawPreviewLink } from '@/publishing/preview-link/withdraw-preview-link'
import { takeDown } from '@/publishing/take-down'

const CANARY = 'zqcanary'
const canary = (where: string) => `${CANARY} ${where}`
const words = { turn: 1, from: 2, to: 6 }
/** Looked for as well: it is a file's name here, and no part of what is published. */
const HASH = 'c0ffee'.repeat(11).slice(0, 64)

test('a stored publication holds nothing that was not for readers', async () => {
  const secret = await buildMember(db(), { role: 'editor', name: canary('member') })
  const { interview, claims, editor } = await buildPublished({
    claims: [
      {
        internalNote: canary('note'),
        assigneeId: secret.id,
        writers: [secret.id],
        evidence: [
          {},
          {
            internal: true,
            title: canary('source'),
            expert: canary('expert'),
            url: `https://${CANARY}.example`,
          },
        ],
      },
    ],
  })
  const claimId = claims[0]?.id ?? ''
  // In every way that something can stay at the desk:
  for (const status of ['flagged', 'researching', 'awaitingReply', 'inReview', 'held', 'dropped'] as const)
    await buildClaim(db(), interview, {
      words,
      status,
      claimReviewed: canary(`${status} sentence`),
      explanation: canary(`${status} explanation`),
      evidence: [{ title: canary(`${status} source`), expert: canary(`${status} expert`) }],
    })
  const reopened = await buildClaim(db(), interview, {
    words,
    explanation: canary('reopened'),
    writers: [secret.id],
  })
  await approveBuilt(editor, reopened.id)
  await db().claim.update({ where: { id: reopened.id }, data: { status: 'researching' } })
  const changed = await buildClaim(db(), interview, {
    words,
    explanation: canary('changed'),
    writers: [secret.id],
  })
  await approveBuilt(editor, changed.id)
  await db().claim.update({ where: { id: changed.id }, data: { status: 'inReview', version: 2 } })
  for (const about of [claimId, null]) {
    const place = { interviewId: interview.id, claimId: about }
    const threadId = randomUUID()
    await addComment(secret, { ...place, requestId: threadId, body: canary('comment') })
    // Names the editor: a mention, an answer and what stands in the inbox are the desk's too.
    const body = `${canary('answer')} @${editor.name}`
    await addComment(secret, { ...place, requestId: randomUUID(), threadId, body })
    await resolveThread(secret, {
      interviewId: interview.id,
      threadId,
      resolved: true,
      requestId: randomUUID(),
    })
  }
  await saveBackground(secret, {
    interviewId: interview.id,
    noteId: null,
    requestId: randomUUID(),
    version: null,
    turnId: interview.turns[0],
    title: canary('background title'),
    body: canary('background body'),
    approved: false,
  })
  // A copy is kept of a source that readers see, before anything of it was approved.
  const copied = await buildClaim(db(), interview, { words, writers: [secret.id] })
  await db().evidence.updateMany({
    where: { claimId: copied.id },
    data: {
      copyHash: HASH,
      copyName: canary('copy.html'),
      copyMime: 'text/html',
      copyBytes: 9,
      copyAt: new Date(),
      copyUrl: `https://${CANARY}.example/copy`,
    },
  })
  await approveBuilt(editor, copied.id)
  // An unapproved change to what readers know already.
  await db().claim.update({
    where: { id: claimId },
    data: {
      explanation: canary('unapproved'),
      claimReviewed: canary('unapproved'),
      status: 'inReview',
      version: 2,
    },
  })
  await db().evidence.create({
    data: { claimId, position: 5, kind: 'report', stance: 'context', title: canary('unapproved source') },
  })

  await db().interview.update({
    where: { id: interview.id },
    data: { standfirst: 'Something new for readers.' },
  })
  const { number } = await publishBuilt(editor, interview.id)
  const stored = await db().publication.findMany({ where: { interviewId: interview.id } })
  expect(stored.map((row) => row.number)).toContain(number)
  expect(JSON.stringify(stored).toLowerCase()).not.toContain(CANARY)
  expect(JSON.stringify(stored)).not.toContain(HASH)
  // The trail of a publication is the desk's, but it names numbers and not texts.
  const atDesk = await db().claim.findMany({ where: { interviewId: interview.id } })
  expect(JSON.stringify(atDesk).toLowerCase()).toContain(CANARY)
  const inbox = await db().notice.findMany({ where: { interviewId: interview.id } })
  expect(JSON.stringify(inbox).toLowerCase()).toContain(CANARY)
})

test('every route that answers whoever asks is in the table of those that are searched', () => {
  expect(unlistedRoutes()).toEqual([])
  // What the check says of a route that nobody listed, and of a line without its route.
  expect(unlistedRoutes([...builtRoutes(), '(reader)/new.xml'])).toEqual([
    expect.stringContaining('add a line with its addresses to PUBLIC_ROUTES'),
  ])
  expect(unlistedRoutes(builtRoutes().slice(0, -1)).join()).toContain('There is no route')
})

// Pages name the built stylesheet and scripts.
execFileSync(process.execPath, ['platform/boot/build-reader.mjs'], { stdio: 'ignore' })

/** What is asked for only where it opens nothing, and what is the same for all publications. */
const NEVER_200 = [
  '(reader)/reader/[file]',
  'preview/[token]',
  'preview/[token]/picture',
  'preview/[token]/recording',
]

const moduleSchema = z.object({ GET: z.function({ input: [z.unknown(), z.unknown()], output: z.unknown() }) })

/** Asks every address of every public route. @returns the answers that hold one of the words, and routes of which no address is answered with 200. */
async function search(about: About, words: readonly string[]) {
  const leaks: string[] = []
  const answers = new Map<string, { status: number; text: string }>()
  const silent = new Set(Object.keys(PUBLIC_ROUTES))
  for (const [folder, addresses] of Object.entries(PUBLIC_ROUTES)) {
    const { GET } = moduleSchema.parse(await import(path.resolve('app', folder, 'route.ts')))
    for (const address of addresses(about)) {
      const request = new NextRequest(`http://localhost:3000${address}`)
      const answer = await GET(request, { params: Promise.resolve(paramsIn(folder, address)) })
      if (!(answer instanceof Response)) throw new Error(`${address} did not answer.`)
      const text = Buffer.from(await answer.arrayBuffer()).toString('latin1')
      const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
      answers.set(address, { status: answer.status, text })
      if (answer.status === 200) silent.delete(folder)
      // What was asked for may be said again.
      const heard = `${headers}\n${text}`.replaceAll(address, '')
      const own = words.filter((word) => !address.includes(word))
      for (const word of own) if (heard.includes(word)) leaks.push(`${address} says ${word}`)
    }
  }
  return { leaks, answers, silent: [...silent] }
}

test('nothing that only the desk may read is in any public answer: before, at and after the planned time, and after a takedown', async () => {
  const draft = await unpublished(`draft-${mark}`, null)
  const embargoed = await unpublished(`embargoed-${mark}`, new Date(Date.now() + 86_400_000))
  const finding = `Published finding ${mark}`
  const open = `/interviews/open-${mark}`
  let about: About | undefined
  const seen = async (words: readonly string[]) => {
    const tokens = ['A'.repeat(43), '']
    const slugs = [draft.slug, embargoed.slug, `open-${mark}`]
    const named = await namesAround()
    about = { slugs, tokens, canary: DESK_WORD, ...named, persons: [...named.persons, 'nobody'] }
    return search(about, [DESK_WORD, draft.token, embargoed.token, ...words])
  }

  const { interview, editor, token } = await publishedWithSecrets(async (planner, interviewId) => {
    const { revision } = await db().interview.findUniqueOrThrow({ where: { id: interviewId } })
    const publishAt = new Date(Date.now() + 60_000).toISOString()
    await planPublication(planner, { interviewId, revision, publishAt })
    await publishDuePlans()
    // While it waits for its time nothing tells of it: not its words, not its title, not its address.
    const before = await seen([finding, `trees ${mark}`, `open-${mark}`, EARLIER])
    expect(before.leaks).toEqual([])
    expect(before.answers.get(open)?.status).toBe(404)
    expect(before.answers.get(`${open}/picture`)?.status).toBe(404)
    const back = moveClock(61_000)
    await publishDuePlans()
    back()
    const at = await seen([])
    expect(at.leaks).toEqual([])
    expect(at.answers.get(open)?.text).toContain(EARLIER)
    expect(at.answers.get('/')?.text).toContain(`Marsh on trees ${mark}`)
  })

  const after = await seen([token, EARLIER])
  expect(after.leaks).toEqual([])
  // The search saw the page and what belongs to it; else it would prove nothing.
  for (const rest of ['', '/words.json', '/recording', '/picture', '/claims/1', '/history'])
    expect(after.answers.get(`${open}${rest}`)?.status, rest).toBe(200)
  expect(after.silent).toEqual(NEVER_200)
  expect(after.answers.get('/sitemap-interviews-1.xml')?.text).toContain(open)
  expect(after.answers.get(open)?.text).toContain(finding)
  for (const { slug } of [draft, embargoed])
    for (const rest of ['', '/words.json', '/recording', '/picture', '/claims/1', '/history'])
      expect(after.answers.get(`/interviews/${slug}${rest}`)?.status, `${slug}${rest}`).toBe(404)

  // Pictures say nothing that a search could read: of what is not out no address answers at all.
  for (const [address, { status }] of after.answers)
    if ([draft.slug, embargoed.slug].some((slug) => address.split('?')[0]?.split('/').includes(slug)))
      expect(status, address).toBe(404)

  await takeDown(editor, { interviewId: interview.id, notice: `Withdrawn ${mark}.` })
  const gone = await seen([token, EARLIER, finding, `trees ${mark}`])
  expect(gone.leaks).toEqual([])
  expect(gone.answers.get(open)?.text).toContain(`Withdrawn ${mark}.`)
  for (const [address, { status }] of gone.answers)
    if (address.startsWith(open)) expect([404, 410], address).toContain(status)

  // The words are there for whoever may read them, so that this search would have found them.
  const links = await db().previewLink.findMany({ where: { interviewId: draft.id } })
  if (!about) throw new Error('Nothing was searched.')
  const shared = await search({ ...about, slugs: [], tokens: [draft.token] }, [DESK_WORD])
  expect(shared.leaks).toContainEqual(expect.stringContaining(`/preview/${draft.token} says`))
  await withdrawPreviewLink(editor, { linkId: links[0]?.id })
  expect((await search({ ...about, slugs: [], tokens: [draft.token] }, [DESK_WORD])).leaks).toEqual([])
}, 180_000)
