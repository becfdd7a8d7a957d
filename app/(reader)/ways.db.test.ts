import { execFileSync } from 'node:child_process'
import { beforeAll, expect, test } from 'vitest'
import { GET as about } from '@/app/(reader)/about/route'
import { GET as claims } from '@/app/(reader)/claims/route'
import { GET as corrections } from '@/app/(reader)/corrections/route'
import { GET as methodology } from '@/app/(reader)/methodology/route'
import { GET as person } from '@/app/(reader)/people/[slug]/route'
import { GET as front } from '@/app/(reader)/route'
import { GET as search } from '@/app/(reader)/search/route'
import { saveSettings } from '@/newsroom/settings'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { buildPublished, publishBuilt } from '@/prisma/factories/publication'

beforeAll(() => {
  // Pages name the built stylesheet and scripts.
  execFileSync(process.execPath, ['platform/boot/build-reader.mjs'], { stdio: 'ignore' })
})

const ask = (path: string) => new Request(`http://localhost:3000${path}`)
const read = async (answer: Response | Promise<Response>) => (await answer).text()

test('the page about the site says what the newsroom says, as it says it now, and names no member', async () => {
  const admin = await buildMember(db(), { role: 'admin', name: 'Zqadmin Secret' })
  expect(await read(about(ask('/about')))).toContain('claim by claim')
  await saveSettings(admin, { about: 'We are **five people** on an island. <script>alert(1)</script>' })
  const html = await read(about(ask('/about')))
  expect(html).toContain('<strong>five people</strong>')
  expect(html).not.toMatch(/alert\(1\)<\/script>|Zqadmin/)
})

test('how we check shows the scale as it is now, with what each verdict means', async () => {
  const before = await read(methodology(ask('/methodology')))
  expect(before).toContain('Our verdicts')
  await db().verdict.update({
    where: { key: 'false' },
    data: { definition: 'It is not so, and we show why.' },
  })
  expect(await read(methodology(ask('/methodology')))).toContain('It is not so, and we show why.')
  await db().verdict.update({ where: { key: 'exaggerated' }, data: { retiredAt: new Date() } })
  expect(await read(methodology(ask('/methodology')))).not.toContain('Exaggerated')
})

test('a correction stands on the front page and on the page of corrections, told apart from updates', async () => {
  const { interview, editor } = await buildPublished({ interview: { title: 'The ferry hour' } })
  await db().interview.update({ where: { id: interview.id }, data: { standfirst: 'Other words.' } })
  await publishBuilt(editor, interview.id, [
    {
      kind: 'correction',
      wrong: 'We wrote of nine ferries.',
      note: 'There are eight ferries.',
      claimNumber: null,
    },
    { kind: 'update', wrong: '', note: 'A ferry came.', claimNumber: null },
  ])
  const onFront = await read(front(ask('/')))
  expect(onFront).toContain('There are eight ferries.')
  expect(onFront).not.toContain('A ferry came.')
  const all = await read(corrections(ask('/corrections')))
  expect(all).toContain('We wrote of nine ferries.')
  expect(all).toContain('A ferry came.')
  const only = await read(corrections(ask('/corrections?kind=correction')))
  expect(only).toContain('We wrote of nine ferries.')
  expect(only).not.toContain('A ferry came.')
  expect(only).toContain('noindex')
})

test('lists are narrowed by their address; what is no filter is no difference', async () => {
  const { interview } = await buildPublished({
    claims: [
      { verdictKey: 'correct', claimReviewed: 'The tide came in.' },
      { verdictKey: 'false', claimReviewed: 'The tide stayed out.' },
    ],
  })
  const html = await read(claims(ask('/claims?verdict=correct')))
  expect(html).toContain('The tide came in.')
  expect(html).not.toContain('The tide stayed out.')
  const plain = await read(claims(ask('/claims')))
  for (const noise of ['?after=nonsense', '?challenged=perhaps', '?verdict=', '?utm_source=x'])
    expect(await read(claims(ask(`/claims${noise}`)))).toBe(plain)
  const row = await db().person.findUniqueOrThrow({ where: { id: interview.persons['Bo Marsh'] ?? '' } })
  const answer = await person(ask(`/people/${row.slug}?verdict=false`), {
    params: Promise.resolve({ slug: row.slug }),
  })
  const own = await answer.text()
  expect(own).toContain('The tide stayed out.')
  expect(own).not.toContain('The tide came in.')
  expect(own).toContain('not how honest')
  const nobody = await person(ask('/people/nobody'), { params: Promise.resolve({ slug: 'nobody' }) })
  expect(nobody.status).toBe(404)
})

test('a page of results is no page for search engines, is the same for everybody, and shows what was typed as text', async () => {
  const evil = '"><img src=x onerror=alert(1)>'
  const answer = await search(ask(`/search?q=${encodeURIComponent(evil)}`))
  const html = await answer.text()
  expect(html).toContain('noindex')
  expect(html).not.toContain('<img src=x')
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(answer.headers.get('etag')).toBeTruthy()
  expect(await read(search(ask('/search')))).not.toContain('noindex')
})
