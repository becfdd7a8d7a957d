import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { saveSettings } from '@/newsroom/settings'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { hearPublished } from '@/publishing/hear-published'
import { takeDown } from '@/publishing/take-down'

/** Stands where the front of the production server would, and writes down what it is told. */
let told: string[] = []
let stop: () => Promise<void> = async () => {}

/** A busy machine is slow, not wrong. */
const soon = (there: () => boolean) => vi.waitUntil(there, { timeout: 20_000 })

beforeEach(async () => {
  told = []
  globalThis.claimlineFront = {
    changed: () => void told.push('changed'),
    takenDown: () => void told.push('taken down'),
    hears: (hears) => void told.push(hears ? 'hears' : 'deaf'),
  }
  stop = hearPublished()
  await soon(() => told.includes('hears'))
  told.length = 0
})
afterEach(async () => {
  await stop()
  globalThis.claimlineFront = undefined
})

const admin = () => buildMember(db(), { role: 'admin' })

test('the process that published knows when the command returns, and every process hears of it', async () => {
  const { interview, editor } = await buildPublished()
  expect(told).toContain('changed')
  await soon(() => told.length >= 2)
  told.length = 0
  await db().interview.update({ where: { id: interview.id }, data: { standfirst: 'Another one.' } })
  await publishBuilt(editor, interview.id)
  expect(told).toContain('changed')
  await soon(() => told.length >= 2)
  expect(told).not.toContain('taken down')
})

test('a takedown is told apart, and a changed setting is told', async () => {
  const { interview, editor } = await buildPublished()
  await takeDown(editor, { interviewId: interview.id, notice: 'Taken down.' })
  await soon(() => told.includes('taken down'))
  await soon(() => told.length >= 4)
  told.length = 0
  await saveSettings(await admin(), { siteName: 'The other desk' })
  expect(told).toEqual(['changed'])
  await soon(() => told.length === 2)
  expect(told).toEqual(['changed', 'changed'])
})

test('what was refused is told to nobody, and what others say on the channel is no change', async () => {
  const reporter = await buildMember(db(), { role: 'reporter' })
  await expect(saveSettings(reporter, { siteName: 'Mine' })).rejects.toThrow()
  await db()
    .$executeRaw`SELECT pg_notify('claimline', 'anything'), pg_notify('claimline', '{"presence":"x"}')`
  await saveSettings(await admin(), { siteName: 'The desk' })
  await soon(() => told.length >= 2)
  expect(told).toEqual(['changed', 'changed'])
})

test('a takedown that was not heard is found when this process hears again', async () => {
  const { interview, editor } = await buildPublished()
  await soon(() => told.length >= 2)
  const cut = () => db().$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'claimline live' AND datname = current_database()`
  // In the moment between, as another process would.
  await db().$executeRaw`ALTER TABLE "Publication" DISABLE TRIGGER publication_tells`
  await takeDown(editor, { interviewId: interview.id, notice: 'Taken down.' })
  await db().$executeRaw`ALTER TABLE "Publication" ENABLE TRIGGER publication_tells`
  expect(told).not.toContain('taken down')
  await cut()
  await soon(() => told.includes('taken down'))
})

test('a lost connection is told, and so is the next one', async () => {
  await db().$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'claimline live' AND datname = current_database()`
  await soon(() => told.length >= 2)
  expect(told).toEqual(['deaf', 'hears'])
})
