import { afterEach, expect, test } from 'vitest'
import { db } from '@/platform/db'
import { Listener } from '@/platform/listen'
import { buildInterview } from '@/prisma/factories/interview'
import { bumpRevision } from '@/transcripts/store'

const started: Listener[] = []
afterEach(async () => {
  for (const listener of started.splice(0)) await listener.stop()
})

/** A listener that writes down what it hears, and lets a test wait until something is there. */
async function listening() {
  const heard: string[] = []
  let times = 0
  let look = () => {}
  const until = (wanted: () => boolean) =>
    new Promise<void>((resolve) => {
      look = () => wanted() && resolve()
      look()
    })
  const listener = new Listener({
    heard: (payload) => {
      heard.push(payload)
      look()
    },
    hearing: () => {
      times += 1
      look()
    },
    deaf: () => {},
  })
  started.push(listener)
  listener.start()
  await until(() => times === 1)
  return { heard, until, again: (count: number) => until(() => times === count) }
}

const change = (id: string) => db().$transaction((tx) => bumpRevision(tx, id))
const about = (heard: readonly string[], id: string) => heard.filter((payload) => payload.includes(id))

test('a change is told when it is committed and not before', async () => {
  const [slow, quick] = [await buildInterview(db()), await buildInterview(db())]
  const { heard, until } = await listening()
  await db().$transaction(async (tx) => {
    await bumpRevision(tx, slow.id)
    // Somebody else's change comes through meanwhile, so what comes before it would be here too.
    await change(quick.id)
    await until(() => about(heard, quick.id).length > 0)
    expect(about(heard, slow.id)).toEqual([])
  })
  await until(() => about(heard, slow.id).length > 0)
  expect(JSON.parse(about(heard, slow.id)[0] ?? '')).toEqual({ interview: slow.id, revision: 1 })
})

test('a change that is taken back is never told', async () => {
  const [undone, fence] = [await buildInterview(db()), await buildInterview(db())]
  const { heard, until } = await listening()
  const failing = db().$transaction(async (tx) => {
    await bumpRevision(tx, undone.id)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await change(fence.id)
  await until(() => about(heard, fence.id).length > 0)
  expect(about(heard, undone.id)).toEqual([])
})

test('a killed connection is made again, and says that something may have been missed', async () => {
  const interview = await buildInterview(db())
  const { heard, until, again } = await listening()
  for (const time of [2, 3]) {
    await db().$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'claimline live' AND datname = current_database()`
    await again(time)
  }
  await change(interview.id)
  await until(() => about(heard, interview.id).length > 0)
})
