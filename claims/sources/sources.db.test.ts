// Longer than most files: everything that is promised of a source, which share a local stand-in for the web.
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { flagOutsideClaim } from '@/claims/flag-outside-claim'
import { claimView } from '@/claims/queries'
import { removeEvidence, saveEvidence } from '@/claims/save-evidence'
import { keepCopyFile, keepCopyPage, openCopy, removeCopy, setCopy } from '@/claims/sources/keep-copy'
import { knownPersons } from '@/claims/sources/known-persons'
import { placeEvidence } from '@/claims/sources/place-evidence'
import { readPage } from '@/claims/sources/read-page'
import { saveAppearance } from '@/claims/sources/save-appearance'
import { PAGE_READS_PER_MINUTE } from '@/newsroom/page-reads'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { Conflict, Forbidden, Invalid, NotFound, RateLimited } from '@/platform/errors'
import { standIn } from '@/platform/public-fetch/stand-in'
import { type BuildClaim, buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt } from '@/prisma/factories/publication'

let ana: Actor
let ben: Actor
beforeAll(async () => {
  ana = await buildMember(db())
  ben = await buildMember(db(), { role: 'editor' })
})

async function inHand(wanted: BuildClaim = {}) {
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, { status: 'researching', writers: [ana.id], ...wanted })
  const item = (nth = 0) => ({ claimId: claim.id, itemId: claim.evidence[nth] ?? '' })
  return { interview, claim, item, view: () => claimView(ana, claim.id) }
}

const SOURCE = { kind: 'report', stance: 'disputes', title: 'The register' }
const pdf = () => Readable.from([Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n')])

describe('a page that fills the form', () => {
  let close: (() => Promise<void>) | undefined
  afterEach(async () => close?.())

  test('is fetched for a member and says what it is; what cannot be read is said in a sentence', async () => {
    const web = await standIn({ 'records.example': [['93.184.216.34']] }, (request, response) => {
      if (request.url === '/program')
        return void response.writeHead(200, { 'content-type': 'application/x-msdownload' }).end('MZ')
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Trees of 2026</title>')
    })
    close = web.close
    const found = await readPage(ana, { url: ' http://records.example/trees ' }, web.wire)
    expect(found).toMatchObject({ title: 'Trees of 2026', publisher: 'records.example' })
    await expect(readPage(ana, { url: 'http://records.example/program' }, web.wire)).rejects.toThrow(
      'not a page we can read',
    )
    await expect(readPage(ana, { url: 'http://169.254.169.254/' }, web.wire)).rejects.toThrow(
      'private network',
    )
    await expect(readPage(ana, { url: 5 }, web.wire)).rejects.toThrow(Invalid)
  })

  test('is fetched so often and no more by one member, whatever the others do', async () => {
    const [busy, other] = [await buildMember(db()), await buildMember(db())]
    const ask = (actor: Actor) => readPage(actor, { url: 'http://127.0.0.1/' })
    for (let nth = 0; nth < PAGE_READS_PER_MINUTE; nth += 1)
      await expect(ask(busy)).rejects.toThrow('private')
    await expect(ask(busy)).rejects.toThrow(RateLimited)
    await expect(ask(other)).rejects.toThrow('private')
  })

  test('is kept as the source’s copy with the moment and the address it came from', async () => {
    const body = '<!doctype html><title>Trees</title><p>Forty thousand.'
    const web = await standIn({ 'register.example': [['93.184.216.34']] }, (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync(body))
    })
    close = web.close
    const { claim, item, view } = await inHand()
    await db().evidence.update({
      where: { id: item().itemId },
      data: { url: 'http://register.example/trees.html' },
    })
    await setCopy(await keepCopyPage(ana, item(), web.wire))(ana, item())
    const copy = (await view()).evidence[0]?.copy
    expect(copy).toMatchObject({
      mime: 'text/html',
      bytes: body.length,
      url: 'http://register.example/trees.html',
    })
    expect(copy?.name).toMatch(/^register\.example trees \d{4}-\d\d-\d\d\.html$/)
    const { file, mime } = await openCopy(item())
    expect([mime, await text(await file.read(0, file.bytes - 1))]).toEqual(['text/html', body])
    await db().evidence.update({ where: { id: item().itemId }, data: { url: 'http://127.0.0.1:5432/' } })
    await expect(keepCopyPage(ana, item(), web.wire)).rejects.toThrow(Invalid)
    expect((await claimView(ana, claim.id)).evidence[0]?.copy).toEqual(copy)
  })
})

describe('a file of one’s own as the copy', () => {
  const keep = async (
    claimItem: { claimId: string; itemId: string },
    bytes: Buffer | Readable,
    name: string,
  ) => setCopy(await keepCopyFile(ana, claimItem, Readable.from(bytes), name))(ana, claimItem)

  test('is known by its bytes and not by its name, and leaves an approval standing', async () => {
    const { claim, item, view } = await inHand({ status: 'inReview' })
    await approveBuilt(ben as Actor & { role: 'editor' }, claim.id)
    await setCopy(await keepCopyFile(ben, item(), pdf(), '../..\\Bäume\u202e.exe'))(ben, item())
    expect((await view()).evidence[0]?.copy).toMatchObject({
      mime: 'application/pdf',
      name: 'Bäume.exe',
      url: null,
    })
    expect((await view()).approval).toMatchObject({ current: true })
  })

  test.each([
    ['a saved page', Buffer.from('\n<!DOCTYPE html><html></html>'), 'text/html'],
    [
      'an MHTML archive',
      Buffer.from(
        'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n',
      ),
      'multipart/related',
    ],
    ['a WARC', Buffer.from('WARC/1.1\r\nWARC-Type: warcinfo\r\n'), 'application/warc'],
    ['a packed WARC', gzipSync(Buffer.from(`WARC/1.0\r\n${'x'.repeat(9000)}`)), 'application/warc+gzip'],
    ['a text', Buffer.from('Forty thousand trees.'), 'text/plain'],
    [
      'a picture',
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
      'image/png',
    ],
  ])('%s is kept', async (_what, bytes, mime) => {
    const { item, view } = await inHand()
    await keep(item(), bytes, 'copy')
    expect((await view()).evidence[0]?.copy?.mime).toBe(mime)
  })

  test.each([
    ['a program', Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(2000)])],
    [
      'a program of another system',
      Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(2000)]),
    ],
    ['a packed file that is no WARC', gzipSync(Buffer.from('something else'))],
    ['bytes that nobody knows', Buffer.from([1, 0, 2, 0, 3, 0, 255, 254])],
    ['an empty file', Buffer.alloc(0)],
  ])('%s is refused, and nothing is changed', async (_what, bytes) => {
    const { item, view } = await inHand()
    await expect(keep(item(), bytes, 'report.pdf')).rejects.toThrow(Invalid)
    expect((await view()).evidence[0]?.copy).toBeNull()
  })

  test('is replaced, removed, and comes back with a source whose removal is taken back', async () => {
    const { claim, item, view } = await inHand({ evidence: [{}, {}] })
    await keep(item(), Buffer.from('first'), 'a.txt')
    await keep(item(), Buffer.from('second'), 'b.txt')
    await keep(item(1), Buffer.from('third'), 'c.txt')
    await removeCopy(ana, item(1))
    await removeCopy(ana, item(1))
    expect((await view()).evidence.map((one) => one.copy?.name)).toEqual(['b.txt', undefined])
    await removeEvidence(ana, item())
    await expect(openCopy(item())).rejects.toThrow(NotFound)
    const requestId = randomUUID()
    const again = {
      claimId: claim.id,
      evidenceId: null,
      requestId,
      from: null,
      to: SOURCE,
      copyOf: item().itemId,
    }
    await saveEvidence(ana, again)
    const { file } = await openCopy({ claimId: claim.id, itemId: requestId })
    expect(await text(await file.read(0, file.bytes - 1))).toBe('second')
    // A copy of another claim's is not to be had by naming its source.
    const other = await inHand({ evidence: [] })
    await saveEvidence(ana, { ...again, claimId: other.claim.id, requestId: randomUUID() })
    expect((await other.view()).evidence[0]?.copy).toBeNull()
  })

  test('is refused before a byte is read where the claim may not be changed, or the source is gone', async () => {
    const { item } = await inHand({ status: 'dropped' })
    let read = 0
    const source = Readable.from(
      (function* () {
        read += 1
        yield Buffer.from('x')
      })(),
    )
    await expect(keepCopyFile(ana, item(), source, 'a')).rejects.toThrow(Forbidden)
    const open = await inHand()
    await expect(keepCopyFile(ana, { ...open.item(), itemId: randomUUID() }, source, 'a')).rejects.toThrow(
      NotFound,
    )
    expect(read).toBe(0)
  })
})

describe('the order of sources', () => {
  test('is changed one at a time, so that two who move different ones are both followed', async () => {
    const { claim, view } = await inHand({
      evidence: [{ title: 'A' }, { title: 'B' }, { title: 'C' }, { title: 'D' }],
    })
    const [a, b, c, d] = claim.evidence
    const titles = async () => (await view()).evidence.map((one) => one.title).join('')
    await placeEvidence(ana, { claimId: claim.id, itemId: d, beforeId: a })
    await placeEvidence(ben, { claimId: claim.id, itemId: a, beforeId: null })
    expect(await titles()).toBe('DBCA')
    const { version } = await view()
    await placeEvidence(ana, { claimId: claim.id, itemId: a, beforeId: null })
    await placeEvidence(ana, { claimId: claim.id, itemId: b, beforeId: randomUUID() })
    await placeEvidence(ana, { claimId: claim.id, itemId: c, beforeId: c })
    expect([await titles(), (await view()).version]).toEqual(['DBCA', version])
  })

  test('is part of what is approved', async () => {
    const { claim, view } = await inHand({ status: 'inReview', evidence: [{}, {}] })
    await approveBuilt(ben as Actor & { role: 'editor' }, claim.id)
    await placeEvidence(ben, { claimId: claim.id, itemId: claim.evidence[1], beforeId: claim.evidence[0] })
    expect(await view()).toMatchObject({ status: 'inReview' })
  })
})

describe('experts', () => {
  const expert = (name: string, affiliation: string) => ({
    ...SOURCE,
    kind: 'expert',
    expert: { name, affiliation, description: '', basis: 'opinion' },
  })
  const personOf = (name: string) => db().person.findFirstOrThrow({ where: { name } })

  test('what a source states stays with it; the person’s own affiliation changes only where that is said', async () => {
    const name = `Dana Birch ${randomUUID()}`
    const { claim, view } = await inHand({ evidence: [] })
    const add = (to: object, more: object = {}) => {
      const requestId = randomUUID()
      return saveEvidence(ana, {
        claimId: claim.id,
        evidenceId: null,
        requestId,
        from: null,
        to,
        ...more,
      }).then(() => requestId)
    }
    const stated = async () => (await view()).evidence.map((one) => one.expert?.affiliation)
    await add(expert(name, 'Alder Institute'))
    const second = await add(expert(name, 'Harbour Office'))
    expect([await stated(), (await personOf(name)).affiliation]).toEqual([
      ['Alder Institute', 'Harbour Office'],
      'Alder Institute',
    ])
    // A slip in what only this source states is not the person's.
    const from = expert(name, 'Harbour Office')
    await saveEvidence(ana, {
      claimId: claim.id,
      evidenceId: second,
      requestId: randomUUID(),
      from,
      to: expert(name, 'The Harbour Office'),
    })
    expect((await personOf(name)).affiliation).toBe('Alder Institute')
    await add(expert(name, 'Ministry'), { personChanged: true })
    expect((await personOf(name)).affiliation).toBe('Ministry')
    expect(await stated()).toEqual(['Alder Institute', 'The Harbour Office', 'Ministry'])
  })

  test('of two persons of one name the one that was picked is meant, and stays meant', async () => {
    const name = `John Smith ${randomUUID()}`
    const [older, younger] = [
      await db().person.create({ data: { name, slug: `a-${randomUUID()}`, affiliation: 'Older' } }),
      await db().person.create({ data: { name, slug: `b-${randomUUID()}`, affiliation: 'Younger' } }),
    ]
    const { claim, view } = await inHand({ evidence: [] })
    const evidenceId = randomUUID()
    const base = { claimId: claim.id, from: null, to: expert(name, 'Younger'), personId: younger.id }
    await saveEvidence(ana, { ...base, evidenceId: null, requestId: evidenceId })
    expect((await view()).evidence[0]?.personId).toBe(younger.id)
    const to = { ...expert(name, 'Younger'), title: 'Another title' }
    await saveEvidence(ana, { claimId: claim.id, evidenceId, requestId: randomUUID(), from: base.to, to })
    expect((await view()).evidence[0]?.personId).toBe(younger.id)
    expect((await personOf(name)).id).toBe(older.id)
    const renamed = { ...base, evidenceId: null, requestId: randomUUID(), to: expert('Somebody Else', '') }
    await expect(saveEvidence(ana, renamed)).rejects.toThrow('Pick them again')
  })

  test('known persons are proposed by any part of their name, those quoted before first', async () => {
    const tag = randomUUID().slice(0, 6)
    const { claim } = await inHand({ evidence: [] })
    await db().person.create({ data: { name: `Aa ${tag}`, slug: `aa-${tag}` } })
    await saveEvidence(ana, {
      claimId: claim.id,
      evidenceId: null,
      requestId: randomUUID(),
      from: null,
      to: expert(`Zz ${tag}`, 'Guild'),
    })
    expect(
      (await knownPersons(tag.toUpperCase())).map(({ name, affiliation }) => [name, affiliation]),
    ).toEqual([
      [`Zz ${tag}`, 'Guild'],
      [`Aa ${tag}`, ''],
    ])
    expect(await knownPersons(' a ')).toEqual([])
    expect(await knownPersons('%%')).toEqual([])
  })
})

describe('where a claim made elsewhere was made', () => {
  const words = (quote: string, on: string | null = null) => ({
    quote,
    claimant: 'Bo Marsh',
    appearance: { kind: 'post', title: 'A post', url: '', archivedUrl: 'https://archive.example/1', on },
  })

  test('is changed afterwards, and two who change it at once see both', async () => {
    const { interview } = await inHand()
    const claimId = randomUUID()
    await flagOutsideClaim(ana, { interviewId: interview.id, requestId: claimId, ...words('Massive atack.') })
    await saveAppearance(ana, {
      claimId,
      from: words('Massive atack.'),
      to: words('Massive attack.', '2026-03-04'),
    })
    const late = { claimId, from: words('Massive atack.'), to: words('Another.') }
    const refusal = await saveAppearance(ben, late).catch((thrown: unknown) => thrown)
    expect(refusal).toBeInstanceOf(Conflict)
    expect(await claimView(ana, claimId)).toMatchObject({
      quote: 'Massive attack.',
      speaker: 'Bo Marsh',
      appearance: { on: '2026-03-04', archivedUrl: 'https://archive.example/1' },
    })
  })

  test('a claim made in the interview has no such thing: its words are the transcript’s', async () => {
    const { claim } = await inHand()
    await expect(
      saveAppearance(ana, { claimId: claim.id, from: words('a'), to: words('b') }),
    ).rejects.toThrow(Invalid)
  })
})
