import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { buildInterview } from '@/prisma/factories/interview'
import { editInterview } from '@/transcripts/edit-interview'
import { interviewHead } from '@/transcripts/queries'
import { saveParticipant } from '@/transcripts/save-participant'
import type { ParticipantFields } from '@/transcripts/schema'
import { describePicture, keepPicture, removePicture, setPicture } from '@/transcripts/set-picture'
import { setRecordingAddress } from '@/transcripts/set-recording'

async function member(role: Actor['role'] = 'reporter'): Promise<Actor> {
  const email = `m-${randomUUID()}@example.org`
  const row = await db().member.create({ data: { email, name: 'Mia Member', role } })
  return { id: row.id, name: row.name, email, role }
}

function fields(interviewId: string, change: object = {}) {
  return {
    interviewId,
    version: 1,
    title: 'A new title',
    slug: `edited-${randomUUID()}`,
    happenedOn: '2026-05-06',
    place: 'Harbour Hall',
    platform: 'Channel Nine',
    language: 'en-GB',
    standfirst: 'Said once, checked twice.',
    dateline: 'PORT ANNA',
    embargoUntil: '2026-05-07T06:00:00Z',
    bylines: ['Ada Quill', ''],
    contributors: ['Ben Ode'],
    ...change,
  }
}

async function publish(interviewId: string, slug: string) {
  await db().publication.create({
    data: {
      interviewId,
      number: 1,
      kind: 'first',
      slug,
      snapshot: {},
      card: {},
      snapshotHash: 'a'.repeat(64),
    },
  })
}

test('what an editor writes about an interview is what the desk shows, one revision later', async () => {
  const { id } = await buildInterview(db())
  const input = fields(id)
  const saved = await editInterview(await member(), input)
  const { interviewId: _, version, ...written } = input
  expect(await interviewHead(id)).toMatchObject({
    ...written,
    bylines: ['Ada Quill'],
    embargoUntil: '2026-05-07T06:00:00.000Z',
    version: version + 1,
    revision: saved.revision,
  })
  expect(await db().auditEntry.count({ where: { interviewId: id, action: 'interview.edited' } })).toBe(1)
})

test('of two who edit at once the second is shown what the first wrote, and nothing is overwritten', async () => {
  const { id } = await buildInterview(db())
  const [ana, bo] = [await member(), await member()]
  await editInterview(ana, fields(id, { title: 'What Ana wrote' }))
  const second = editInterview(bo, fields(id, { title: 'What Bo wrote' }))
  await expect(second).rejects.toMatchObject({
    kind: 'conflict',
    current: { title: 'What Ana wrote', version: 2 },
  })
  expect((await interviewHead(id))?.title).toBe('What Ana wrote')
})

test('two edits in the same moment give one success and one conflict', async () => {
  const { id } = await buildInterview(db())
  const actor = await member()
  const outcomes = await Promise.allSettled([
    editInterview(actor, fields(id)),
    editInterview(actor, fields(id)),
  ])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a published address stays, and everything else may still change', async () => {
  const { id, slug } = await buildInterview(db())
  await publish(id, slug)
  const actor = await member('admin')
  await expect(editInterview(actor, fields(id))).rejects.toMatchObject({
    kind: 'invalid',
    fields: { slug: expect.stringMatching(/published/) },
  })
  await editInterview(actor, fields(id, { slug }))
  expect(await interviewHead(id)).toMatchObject({
    slug,
    title: 'A new title',
    canChangeSlug: { allowed: false },
  })
})

test('an address that another interview has is refused beside its field', async () => {
  const [one, two] = [await buildInterview(db()), await buildInterview(db())]
  await expect(editInterview(await member(), fields(one.id, { slug: two.slug }))).rejects.toMatchObject({
    fields: { slug: expect.stringMatching(/Another interview/) },
  })
})

async function participant(name: string) {
  const built = await buildInterview(db(), { turns: [{ speaker: name, text: 'Well, then.' }] })
  const participantId = built.participants[name] ?? ''
  const seen: ParticipantFields = { name, part: 'interviewer', affiliation: '', description: '' }
  return { interviewId: built.id, participantId, seen, personId: built.persons[name] ?? '' }
}

test('a name is put right on the person too, where the person appears nowhere else', async () => {
  const { personId, ...form } = await participant(`Jon Smith ${randomUUID()}`)
  const name = `John Smythe ${randomUUID()}`
  await saveParticipant(await member(), {
    ...form,
    name,
    part: 'guest',
    affiliation: 'Harbour Board',
    description: '',
  })
  expect((await interviewHead(form.interviewId))?.participants).toMatchObject([
    { name, part: 'guest', personId, affiliation: 'Harbour Board' },
  ])
  expect((await db().person.findUnique({ where: { id: personId } }))?.name).toBe(name)
})

test('a person who appears elsewhere keeps their name when a participant is renamed', async () => {
  const name = `Ida Both ${randomUUID()}`
  const { personId, ...form } = await participant(name)
  const other = await participant(`Other ${randomUUID()}`)
  await db().participant.update({ where: { id: other.participantId }, data: { personId } })
  await saveParticipant(await member(), { ...form, ...form.seen, name: `Eva Else ${randomUUID()}` })
  expect((await db().person.findUnique({ where: { id: personId } }))?.name).toBe(name)
  expect((await interviewHead(form.interviewId))?.participants[0]?.personId).not.toBe(personId)
})

test('a participant changed by somebody else meanwhile is shown and not overwritten', async () => {
  const { personId: _, ...form } = await participant(`Uma Both ${randomUUID()}`)
  const actor = await member()
  await saveParticipant(actor, { ...form, ...form.seen, affiliation: 'First' })
  await expect(
    saveParticipant(actor, { ...form, ...form.seen, affiliation: 'Second' }),
  ).rejects.toMatchObject({
    kind: 'conflict',
    current: { affiliation: 'First' },
  })
})

test('a participant of another interview cannot be changed through this one', async () => {
  const [one, two] = [await participant('Ola One'), await participant('Tia Two')]
  const { personId: _, ...form } = one
  await expect(
    saveParticipant(await member(), { ...form, ...form.seen, interviewId: two.interviewId }),
  ).rejects.toMatchObject({ kind: 'not-found' })
})

const PNG = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#334455' } })
  .png()
  .toBuffer()

test('a picture needs words for those who cannot see it, and its size is read from its bytes', async () => {
  const { id: interviewId } = await buildInterview(db())
  const actor = await member()
  const set = setPicture(await keepPicture(actor, PNG))
  await expect(set(actor, { interviewId, alt: ' ', caption: '', credit: '' })).rejects.toMatchObject({
    fields: { alt: expect.any(String) },
  })
  await set(actor, { interviewId, alt: 'A harbour', caption: 'At noon', credit: 'Ada Quill' })
  await describePicture(actor, { interviewId, alt: 'A harbour at noon', caption: '', credit: '' })
  expect((await interviewHead(interviewId))?.picture).toMatchObject({
    width: 640,
    height: 360,
    alt: 'A harbour at noon',
  })
  await removePicture(actor, { interviewId })
  expect((await interviewHead(interviewId))?.picture).toBeNull()
  await expect(keepPicture(actor, Buffer.from('<svg/>'))).rejects.toMatchObject({ kind: 'invalid' })
})

test.each(['http://example.org/a.mp3', 'javascript:alert(1)', 'a.mp3', ''])(
  'a recording never comes from %s',
  async (url) => {
    const { id: interviewId } = await buildInterview(db())
    await expect(setRecordingAddress(await member(), { interviewId, url })).rejects.toMatchObject({
      kind: 'invalid',
    })
  },
)

test('a recording that lives elsewhere is played from there', async () => {
  const { id: interviewId } = await buildInterview(db())
  await setRecordingAddress(await member(), { interviewId, url: 'https://example.org/a.m4a?x=1' })
  expect(await interviewHead(interviewId)).toMatchObject({
    recordingUrl: 'https://example.org/a.m4a?x=1',
    recordingMime: 'audio/mp4',
    recording: { external: true },
  })
})
