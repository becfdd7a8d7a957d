import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { GET as claimPage } from '@/app/(reader)/interviews/[slug]/claims/[number]/route'
import { GET as interviewPage } from '@/app/(reader)/interviews/[slug]/route'
import { moveClaim } from '@/claims/move-claim'
import { linkRepeat } from '@/claims/repeat/link-repeat'
import { reviseClaim } from '@/claims/revise-claim'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { approveBuilt, buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { currentPublicationKey } from '@/publishing/queries'
import { takeDown } from '@/publishing/take-down'

// Pages name the built stylesheet and scripts.
execFileSync(process.execPath, ['platform/boot/build-reader.mjs'], { stdio: 'ignore' })

const CANARY = 'zqcanary'

async function read(slug: string, number?: number): Promise<{ html: string; etag: string }> {
  const path = `http://localhost:3000/interviews/${slug}${number === undefined ? '' : `/claims/${number}`}`
  const answer =
    number === undefined
      ? await interviewPage(new Request(path), { params: Promise.resolve({ slug }) })
      : await claimPage(new Request(path), { params: Promise.resolve({ slug, number: String(number) }) })
  return { html: await answer.text(), etag: answer.headers.get('etag') ?? '' }
}

/** A published check, and an interview at the desk in which a repeat of it waits for approval. */
async function family(title: string) {
  const root = await buildPublished({
    interview: { title: 'Where it began', happenedOn: '2025-03-01' },
  })
  const [claim] = root.claims
  if (!claim) throw new Error('There is no claim.')
  const interview = await buildInterview(db(), { title, happenedOn: '2026-02-01' })
  const repeat = await buildClaim(db(), interview, {
    words: { turn: 1, from: 1, to: 3 },
    writers: [root.writer.id],
    claimReviewed: CANARY,
    explanation: CANARY,
  })
  await linkRepeat(root.writer, { claimId: repeat.id, toClaimId: claim.id })
  return {
    root: { ...root.interview, claim },
    editor: root.editor,
    writer: root.writer,
    again: { ...interview, claim: repeat },
  }
}

async function publish(editor: Actor, { id, claim }: { id: string; claim: { id: string } }) {
  await approveBuilt(editor, claim.id)
  return publishBuilt(editor, id)
}

describe('what was said again', () => {
  test('is told to nobody before it is published: not its words, not its page, not its number', async () => {
    const { root, editor, again } = await family(`${CANARY} evening`)
    const before = [await read(root.slug), await read(root.slug, 1)]
    await approveBuilt(editor, again.claim.id)
    // An approval alone is the desk's; so is a second link that nobody approved.
    const after = [await read(root.slug), await read(root.slug, 1)]
    for (const { html } of after) {
      expect(html.toLowerCase()).not.toContain(CANARY)
      expect(html).not.toContain(again.slug)
      expect(html).not.toMatch(/Said \d+ times/)
    }
    expect(after.map(({ etag }) => etag)).toEqual(before.map(({ etag }) => etag))
    const stored = JSON.stringify(await db().publishedAppearance.findMany())
    expect(stored).not.toContain(again.slug)
  })

  test('stands on both pages once it is, each time with its own words and second', async () => {
    const { root, editor, again } = await family('Second evening')
    const before = await read(root.slug, 1)
    await publish(editor, again)
    const [page, claim, there] = [await read(root.slug), await read(root.slug, 1), await read(again.slug, 1)]
    for (const { html } of [page, claim, there]) expect(html).toContain('Said 2 times')
    expect(claim.etag).not.toBe(before.etag)
    expect(claim.html).toContain(`/interviews/${again.slug}/claims/1`)
    expect(claim.html).toContain(`/interviews/${again.slug}?t=2#t1`)
    // One check, two quotes: neither page says what only the other's speaker said.
    expect(there.html).toContain('planted nine million')
    expect(there.html).toContain(`Sentence of claim ${root.claim.number}.`)
    expect(there.html).not.toContain(CANARY)
    const review: unknown = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(claim.html)?.[1] ?? '',
    )
    expect(review).toMatchObject({
      itemReviewed: {
        appearance: [
          { '@type': 'CreativeWork', name: 'Where it began', datePublished: '2025-03-01' },
          { '@type': 'CreativeWork', name: 'Second evening', datePublished: '2026-02-01' },
        ],
      },
    })
  })

  test('makes only those pages anew that it concerns', async () => {
    const { root, editor, again } = await family('Evening of keys')
    const other = await buildPublished()
    const keys = async () => [
      (await currentPublicationKey(root.slug))?.saidAgain,
      (await currentPublicationKey(other.interview.slug))?.saidAgain,
    ]
    const [concerned, apart] = await keys()
    await publish(editor, again)
    const [concernedNow, apartNow] = await keys()
    expect(concernedNow).not.toBe(concerned)
    expect(apartNow).toBe(apart)
  })

  test('is counted no more once its page is taken down', async () => {
    const { root, editor, again } = await family('Third evening')
    await publish(editor, again)
    expect((await read(root.slug, 1)).html).toContain('Said 2 times')
    await takeDown(editor, { interviewId: again.id, notice: 'Taken down.' })
    const { html } = await read(root.slug, 1)
    expect(html).not.toContain(again.slug)
    expect(html).not.toContain('Said 2 times')
  })

  test('is counted no more once it was dropped and the page published without it', async () => {
    const { root, editor, writer, again } = await family('Fourth evening')
    await buildClaim(db(), again, { writers: [writer.id] }).then(({ id }) => approveBuilt(editor, id))
    await publish(editor, again)
    await moveClaim(editor, { claimId: again.claim.id, from: 'approved', to: 'dropped' })
    expect((await read(root.slug, 1)).html).toContain('Said 2 times')
    await publishBuilt(editor, again.id, [
      { claimNumber: again.claim.number, kind: 'correction', wrong: 'It stood here.', note: 'Taken off.' },
    ])
    expect((await read(root.slug, 1)).html).not.toContain('Said 2 times')
  })
})

describe('a check that changes', () => {
  test('does not go out with a repeat before somebody approved it there', async () => {
    const { root, editor, again } = await family('Fifth evening')
    await publish(editor, again)
    const { claimReviewed } = await db().claim.findUniqueOrThrow({ where: { id: root.claim.id } })
    await reviseClaim(editor, {
      claimId: root.claim.id,
      changes: { claimReviewed: { from: claimReviewed, to: 'A newer sentence.' } },
    })
    await approveBuilt(editor, root.claim.id)
    await db().interview.update({ where: { id: again.id }, data: { standfirst: 'Something new.' } })
    await publishBuilt(editor, again.id)
    expect((await read(again.slug, 1)).html).not.toContain('A newer sentence.')
    await approveBuilt(editor, again.claim.id)
    await publishBuilt(editor, again.id, [
      { claimNumber: again.claim.number, kind: 'update', note: 'Reworded.' },
    ])
    expect((await read(again.slug, 1)).html).toContain('A newer sentence.')
  })

  test('is not shown first by a repeat while it is being worked on again', async () => {
    const { root, editor, writer, again } = await family('Sixth evening')
    await buildClaim(db(), again, { writers: [writer.id] }).then(({ id }) => approveBuilt(editor, id))
    await approveBuilt(editor, again.claim.id)
    await db().claim.update({
      where: { id: root.claim.id },
      data: { status: 'inReview', version: { increment: 1 } },
    })
    await publishBuilt(editor, again.id)
    const { html } = await read(again.slug)
    expect(html).toContain('id="claim-2"')
    expect(html).not.toContain('id="claim-1"')
  })
})
