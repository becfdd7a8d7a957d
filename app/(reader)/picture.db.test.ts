import { Readable } from 'node:stream'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { GET } from '@/app/(reader)/interviews/[slug]/picture/route'
import { db } from '@/platform/db'
import { keepFile } from '@/platform/storage'
import { buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { takeDown } from '@/publishing/take-down'

const ask = (slug: string, query: string) =>
  GET(new Request(`http://localhost:3000/interviews/${slug}/picture${query}`), {
    params: Promise.resolve({ slug }),
  })

it('a published picture comes in the widths that pages name, as long as it is published, and in no other', async () => {
  const { interview, editor } = await buildPublished()
  const png = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#0b4f7d' } })
    .png()
    .toBuffer()
  const { hash } = await keepFile(Readable.from([png]), 1_000_000)
  await db().picture.create({
    data: {
      interviewId: interview.id,
      fileHash: hash,
      mime: 'image/png',
      width: 1200,
      height: 800,
      alt: 'Blue.',
      caption: '',
    },
  })
  expect((await ask(interview.slug, '?w=480')).status).toBe(404)
  await publishBuilt(editor, interview.id)

  const small = await ask(interview.slug, '?v=abc&w=480')
  expect(small.headers.get('content-type')).toBe('image/webp')
  expect(small.headers.get('etag')).toMatch(/^"[\w-]+"$/)
  const { width, height, format } = await sharp(Buffer.from(await small.arrayBuffer())).metadata()
  expect([width, height, format]).toEqual([480, 320, 'webp'])
  expect((await ask(interview.slug, '')).headers.get('content-type')).toBe('image/png')
  for (const odd of ['?w=481', '?w=1600', '?w=', '?w=480.0'])
    expect((await ask(interview.slug, odd)).status).toBe(404)

  await takeDown(editor, { interviewId: interview.id, notice: 'Taken down.' })
  expect((await ask(interview.slug, '?w=480')).status).toBe(404)
})
