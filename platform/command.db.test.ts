import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { command, parseInput } from '@/platform/command'
import { db } from '@/platform/db'
import { refusalOfDatabase } from '@/platform/db-errors'
import { allow, deny } from '@/platform/decision'
import { Conflict, Forbidden, Invalid, NotFound, SignedOut } from '@/platform/errors'
import { removeOldReceipts } from '@/platform/receipts'
import { buildMember } from '@/prisma/factories/member'

type Who = { id: string; name: string }
let who: Who

beforeAll(async () => {
  who = await buildMember(db(), { name: 'Rita Reporter' })
})

type Step = 'load' | 'allow' | 'run' | 'audit' | null

/** A command that makes a topic, and stops at the step that a test wants. */
function makeTopic(stopAt: Step = null) {
  return command({
    input: z.object({ slug: z.string().min(1, 'Give it an address.'), name: z.string() }),
    load: async (tx, { slug }) => {
      await tx.topic.create({ data: { slug: `loaded-${slug}`, name: 'Made while loading' } })
      if (stopAt === 'load') throw new NotFound('Not there.')
      return null
    },
    allow: (_actor: Who) => (stopAt === 'allow' ? deny('You may not.') : allow),
    run: async (tx, { input }) => {
      const { id } = await tx.topic.create({ data: input })
      if (stopAt === 'run') throw new Conflict('Somebody was first.')
      const subject = stopAt === 'audit' ? 'A zero byte: \u0000' : `Topic ${input.name}`
      return { value: id, audit: [{ action: 'topic.made', subject, after: { name: input.name } }] }
    },
  })
}

async function left(slug: string) {
  const topics = await db().topic.findMany({ where: { slug: { contains: slug } } })
  const entries = await db().auditEntry.findMany({ where: { actorId: who.id, subject: { contains: slug } } })
  return { topics: topics.length, entries: entries.length }
}

test('a change and its audit row are saved together, with who did it by the name of then', async () => {
  const slug = `t-${randomUUID()}`
  const id = await makeTopic()(who, { slug, name: slug })
  expect(await db().topic.findUnique({ where: { id } })).toMatchObject({ slug })
  await db().member.update({ where: { id: who.id }, data: { name: 'Rita Married' } })
  const entries = await db().auditEntry.findMany({ where: { subject: `Topic ${slug}` } })
  expect(entries).toMatchObject([
    { actorId: who.id, actorName: 'Rita Reporter', action: 'topic.made', after: { name: slug } },
  ])
})

test('a refusal names what is missing or unknown in words that a stranger reads', async () => {
  const named = makeTopic()(who, { slug: 'x' })
  await expect(named).rejects.toMatchObject({ fields: { name: 'This is missing.' } })
  expect(() => parseInput(z.strictObject({}), { bogus: '1' })).toThrow('Nothing here is called “bogus”.')
})

test.each<[Step, new (...args: never[]) => Error]>([
  ['load', NotFound],
  ['allow', Forbidden],
  ['run', Conflict],
])('a command that is refused at “%s” leaves neither change nor audit row', async (step, refusal) => {
  const slug = `t-${randomUUID()}`
  await expect(makeTopic(step)(who, { slug, name: slug })).rejects.toThrow(refusal)
  expect(await left(slug)).toEqual({ topics: 0, entries: 0 })
})

test('a change whose audit row cannot be written is not saved', async () => {
  const slug = `t-${randomUUID()}`
  await expect(makeTopic('audit')(who, { slug, name: slug })).rejects.toThrow()
  expect(await left(slug)).toEqual({ topics: 0, entries: 0 })
})

test('who is signed out is told so before anything is looked at', async () => {
  await expect(makeTopic()(null, { nonsense: true })).rejects.toThrow(SignedOut)
})

test('wrong input is refused with a message for each field, and nothing is begun', async () => {
  const wrong = makeTopic()(who, { slug: '' })
  await expect(wrong).rejects.toThrow(Invalid)
  await expect(wrong).rejects.toMatchObject({
    message: 'Give it an address.',
    fields: { slug: 'Give it an address.', name: expect.any(String) },
  })
})

test('what two people do in the same moment ends in one change and one clear refusal', async () => {
  const slug = `t-${randomUUID()}`
  const ends = await Promise.allSettled([1, 2].map(() => makeTopic()(who, { slug, name: slug })))
  expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = ends.find((end) => end.status === 'rejected')
  expect(refusalOfDatabase(refused?.reason)).toBeInstanceOf(Conflict)
  expect(await left(slug)).toEqual({ topics: 2, entries: 1 })
})

test('two changes that wait for each other are both done: the one that PostgreSQL breaks off is begun again', async () => {
  const topics = await Promise.all(
    ['one', 'two'].map((name) => db().topic.create({ data: { slug: `t-${randomUUID()}`, name } })),
  )
  const [one = '', two = ''] = topics.map((topic) => topic.id)
  let met = 0
  let meet = () => {}
  const both = new Promise<void>((resolve) => {
    meet = resolve
  })
  const renameInTurn = command({
    input: z.object({ ids: z.array(z.string()), name: z.string() }),
    load: async () => null,
    allow: (_actor: Who) => allow,
    run: async (tx, { input }) => {
      for (const id of input.ids) {
        await tx.$executeRaw`UPDATE "Topic" SET "name" = "name" || ' ' || ${input.name} WHERE "id" = ${id}::uuid`
        // Each holds its first row before either asks for its second: a deadlock, every time.
        if (++met === 2) meet()
        await both
      }
      return { value: null, audit: [{ action: 'topic.renamed', subject: `Topics ${input.ids.join(' ')}` }] }
    },
  })
  await Promise.all([
    renameInTurn(who, { ids: [one, two], name: 'A' }),
    renameInTurn(who, { ids: [two, one], name: 'B' }),
  ])
  const named = await db().topic.findMany({ where: { id: { in: [one, two] } }, select: { name: true } })
  for (const { name } of named) expect(name).toMatch(/^(one|two) (A B|B A)$/)
})

test('what the database itself refuses becomes a sentence, not a fault', async () => {
  const refused = (sql: string) =>
    db()
      .$executeRawUnsafe(sql)
      .then(
        () => null,
        (error: unknown) => refusalOfDatabase(error),
      )
  expect(await refused(`UPDATE "Verdict" SET "ratingValue" = 9`)).toBeInstanceOf(Invalid)
  expect(await refused(`SELECT nonsense`)).toBeNull()
})

test.each(['a zero byte: \u0000', 'half a character: \ud83d'])(
  'text that the database cannot hold becomes a sentence, not a fault (%j)',
  async (name) => {
    const refusal = await makeTopic()(who, { slug: `t-${randomUUID()}`, name }).then(
      () => null,
      refusalOfDatabase,
    )
    expect(refusal).toBeInstanceOf(Invalid)
  },
)

describe('a request that is sent again', () => {
  const once = () =>
    command({
      input: z.object({ slug: z.string(), requestId: z.uuid().optional() }),
      load: async () => null,
      allow: (_actor: Who, _loaded, { slug }) => (slug.endsWith('refused') ? deny('You may not.') : allow),
      run: async (tx, { input: { slug } }) => {
        const { id } = await tx.topic.create({ data: { slug: `${slug}-${randomUUID()}`, name: slug } })
        return { value: { id, none: null }, audit: [{ action: 'topic.made', subject: `Topic ${slug}` }] }
      },
    })
  const receipts = (requestId: string) => db().commandReceipt.count({ where: { requestId } })

  test('is done once and answered alike each time, also fifty times in the same moment', async () => {
    const input = { slug: `t-${randomUUID()}`, requestId: randomUUID() }
    const answers = await Promise.all(Array.from({ length: 50 }, () => once()(who, input)))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(answers[49]).toEqual(answers[0])
    expect(await left(input.slug)).toEqual({ topics: 1, entries: 1 })
  })

  test('whose answer was lost gets the answer of then, whatever order its keys have', async () => {
    const [slug, requestId] = [`t-${randomUUID()}`, randomUUID()]
    const first = await once()(who, { slug, requestId })
    expect(await once()(who, { requestId, slug })).toEqual(first)
    expect(await left(slug)).toEqual({ topics: 1, entries: 1 })
  })

  test('with other words is refused, and what was saved stands', async () => {
    const [slug, requestId] = [`t-${randomUUID()}`, randomUUID()]
    await once()(who, { slug, requestId })
    await expect(once()(who, { slug: `${slug}-other`, requestId })).rejects.toThrow(Conflict)
    expect(await left(slug)).toEqual({ topics: 1, entries: 1 })
  })

  test('after a refusal is tried anew: a refusal leaves no receipt', async () => {
    const [slug, requestId] = [`t-${randomUUID()}`, randomUUID()]
    await expect(once()(who, { slug: `${slug}-refused`, requestId })).rejects.toThrow(Forbidden)
    expect(await receipts(requestId)).toBe(0)
    await once()(who, { slug, requestId })
    expect(await left(slug)).toEqual({ topics: 1, entries: 1 })
  })

  test('by another member under the same id is that member’s own', async () => {
    const [slug, requestId] = [`t-${randomUUID()}`, randomUUID()]
    const other = await buildMember(db())
    const mine = await once()(who, { slug, requestId })
    const theirs = await once()(other, { slug, requestId })
    expect(theirs.id).not.toBe(mine.id)
    expect(await receipts(requestId)).toBe(2)
  })

  test('is none where the command knows of no ids: its answer, which may be a secret, is kept nowhere', async () => {
    const [slug, requestId] = [`t-${randomUUID()}`, randomUUID()]
    await makeTopic()(who, { slug, name: slug, requestId })
    expect(await receipts(requestId)).toBe(0)
  })

  test('is remembered for a month, and no longer', async () => {
    const input = { slug: `t-${randomUUID()}`, requestId: randomUUID() }
    await once()(who, input)
    const at = (days: number) =>
      db().commandReceipt.updateMany({
        where: { requestId: input.requestId },
        data: { at: new Date(Date.now() - days * 24 * 60 * 60_000) },
      })
    await at(29)
    await removeOldReceipts()
    expect(await receipts(input.requestId)).toBe(1)
    await at(31)
    await removeOldReceipts()
    expect(await receipts(input.requestId)).toBe(0)
  })
})
