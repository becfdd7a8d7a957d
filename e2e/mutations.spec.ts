// Longer than most files: one table of every mutation there is, so that a new one without its row is seen at a glance.
import { randomUUID } from 'node:crypto'
import { correctTranscript } from '@/claims/correct-transcript'
import { flagOutsideClaim } from '@/claims/flag-outside-claim'
import { changeClaims } from '@/claims/queue/change-claims'
import { readScale } from '@/claims/scale/scale-queries'
import { ACCOUNT, buildPasskey, TOKENS } from '@/e2e/account-mutations'
import { type Answer, answerOf, builtActions, type Caller, callAction, headersOf } from '@/e2e/server-actions'
import { expect, test } from '@/e2e/sign-in'
import { makeLink } from '@/newsroom/member-link'
import { isAtLeast, ROLES, type Role } from '@/newsroom/roles'
import { beginSession } from '@/newsroom/session'
import { db } from '@/platform/db'
import { siteOrigin } from '@/platform/env'
import { buildClaim, selectWords } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { type BuildMember, buildMember } from '@/prisma/factories/member'
import { approveBuilt, buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { planPublication } from '@/publishing/plan/plan-publication'
import { createPreviewLink } from '@/publishing/preview-link/create-preview-link'

/**
 * Each mutation tried as everybody who may and everybody who may not, and from another origin. Inputs are made anew for
 * each try, so that a refusal can have no other reason. Long because it is one table of everything that can be changed;
 * its first test fails when an action is missing from it.
 */

const PASSWORD = 'four unrelated words here'
/** Hundreds of members: they leave the newsroom with this spec, so that no page after it lists them. */
const made: string[] = []
async function built(wanted: BuildMember = {}) {
  const member = await buildMember(db(), wanted)
  made.push(member.id)
  return member
}
test.afterAll(async () => {
  await db().member.updateMany({ where: { id: { in: made } }, data: { deactivatedAt: new Date() } })
})

/** `id` is what stands in the page's address. */
type Prepared = { id: string; input: unknown }
type Mutation = {
  least: Role
  /** `caller` is who will try it; null for somebody who is signed out. */
  prepare: (caller: Caller['member']) => Promise<Prepared>
  /** True for what leaves no trace in what `trace` reads: a question, a setting, the caller's own password. */
  traceless?: true
  /** True for what the settings of this site have switched off: then nobody may. */
  closed?: true
  caller?: BuildMember
}

async function withClaim(status: 'researching' | 'inReview' = 'researching') {
  const writer = await built()
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, { status, writers: [writer.id], evidence: [{}, {}] })
  const reply = await db().rightOfReply.create({
    data: { claimId: claim.id, position: 0, asked: 'Bo Marsh', askedAt: new Date() },
  })
  return { interview, claim, reply, id: interview.id }
}
type WithClaim = Awaited<ReturnType<typeof withClaim>>

/** A mutation of one claim. */
const onClaim = (
  input: (made: WithClaim) => unknown,
  least: Role = 'reporter',
  status?: 'inReview',
): Mutation => ({
  least,
  prepare: async () => {
    const made = await withClaim(status)
    return { id: made.id, input: input(made) }
  },
})

/** A mutation of a claim that may be an earlier one said again. */
function withEarlier(
  input: (claimId: string, earlier: string) => unknown,
  { linked = false }: { linked?: boolean } = {},
): Mutation {
  return {
    least: 'reporter',
    prepare: async () => {
      const { id, claim } = await withClaim()
      const earlier = await withClaim()
      if (linked) await db().claim.update({ where: { id: claim.id }, data: { repeatOfId: earlier.claim.id } })
      return { id, input: input(claim.id, earlier.claim.id) }
    },
  }
}

/** A mutation of an interview. */
const onInterview = (input: (interviewId: string) => unknown): Mutation => ({
  least: 'reporter',
  prepare: async () => {
    const { id } = await buildInterview(db())
    await db().recording.create({
      data: { interviewId: id, url: 'https://a.example/a.mp3', mime: 'audio/mpeg' },
    })
    const picture = {
      fileHash: 'a'.repeat(64),
      mime: 'image/png',
      width: 1,
      height: 1,
      alt: 'A',
      caption: '',
    }
    await db().picture.create({ data: { interviewId: id, ...picture } })
    return { id, input: input(id) }
  },
})

/** A mutation of another member. */
const onMember = (input: (memberId: string) => unknown, wanted: BuildMember = {}): Mutation => ({
  least: 'admin',
  prepare: async () => ({ id: '', input: input((await built(wanted)).id) }),
})

/** A change of the site's settings, which belong to no interview; their own tests look at what is left behind. */
const onSettings = (input: () => Promise<unknown>): Mutation => ({
  least: 'admin',
  traceless: true,
  prepare: async () => ({ id: '', input: await input() }),
})
const VERDICT = { definition: 'It was so.', icon: 'half', colour: 'correct', ratingValue: null, rates: true }
async function newVerdict(): Promise<string> {
  const { _max } = await db().verdict.aggregate({ _max: { position: true } })
  const position = (_max.position ?? 0) + 1
  const key = `v-${randomUUID()}`
  await db().verdict.create({ data: { ...VERDICT, key, label: key, position } })
  return key
}
function newTopic() {
  const slug = `t-${randomUUID()}`
  return db().topic.create({ data: { slug, name: slug } })
}

const SOURCE = { kind: 'report', stance: 'disputes', title: 'The register', url: 'https://register.example' }
const REPLY = { asked: 'Bo Marsh', askedAt: '2026-03-04T08:00:00Z', outcome: 'waiting' }
const NOTE = { title: 'The register', body: 'Kept since 1901.', approved: true }
const note = (interview: { id: string; turns: string[] }) =>
  db().backgroundNote.create({
    data: {
      interviewId: interview.id,
      turnId: interview.turns[0] ?? '',
      title: 'T',
      body: 'B',
      status: 'approved',
    },
  })

/** Taking back a correction that a reporter made. */
const onStep = (): Mutation => ({
  least: 'reporter',
  prepare: async () => {
    const { id } = await buildInterview(db())
    const undoes = randomUUID()
    const step = { kind: 'shift', byMs: 500 }
    await correctTranscript(await built(), { interviewId: id, stepId: undoes, step })
    return { id, input: { interviewId: id, stepId: randomUUID(), undoes } }
  },
})

const WORKSPACE: Record<string, Mutation> = {
  flagClaim: onClaim(({ interview }) => ({
    interviewId: interview.id,
    requestId: randomUUID(),
    selection: selectWords(interview, { turn: 1, from: 0, to: 2 }),
  })),
  flagOutsideClaim: onClaim(({ interview }) => ({
    interviewId: interview.id,
    requestId: randomUUID(),
    quote: 'Elsewhere.',
    claimant: 'Bo Marsh',
    appearance: { kind: 'post', title: 'A post', url: '', on: null },
  })),
  reviseClaim: onClaim(({ claim }) => ({
    claimId: claim.id,
    changes: { internalNote: { from: '', to: 'Changed.' } },
  })),
  reanchorClaim: onClaim(({ claim, interview }) => ({
    claimId: claim.id,
    version: 1,
    selection: selectWords(interview, { turn: 2, from: 0, to: 1 }),
  })),
  saveEvidence: onClaim(({ claim }) => ({
    claimId: claim.id,
    evidenceId: null,
    requestId: randomUUID(),
    from: null,
    to: SOURCE,
  })),
  placeEvidence: onClaim(({ claim }) => ({
    claimId: claim.id,
    itemId: claim.evidence[1],
    beforeId: claim.evidence[0],
  })),
  removeCopy: onClaim(({ claim }) => ({ claimId: claim.id, itemId: claim.evidence[0] })),
  saveAppearance: {
    least: 'reporter',
    prepare: async () => {
      const { id } = await buildInterview(db())
      const words = { quote: 'Elsewhere.', claimant: 'Bo Marsh' }
      const appearance = { kind: 'post', title: 'A post', url: '', archivedUrl: '', on: null }
      const claimId = randomUUID()
      await flagOutsideClaim(await built(), { interviewId: id, requestId: claimId, ...words, appearance })
      const to = { ...words, quote: 'Otherwise.', appearance }
      return { id, input: { claimId, from: { ...words, appearance }, to } }
    },
  },
  removeEvidence: onClaim(({ claim }) => ({ claimId: claim.id, itemId: claim.evidence[0] })),
  saveReply: onClaim(({ claim }) => ({
    claimId: claim.id,
    replyId: null,
    requestId: randomUUID(),
    from: null,
    to: REPLY,
  })),
  removeReply: onClaim(({ claim, reply }) => ({ claimId: claim.id, itemId: reply.id })),
  moveClaim: onClaim(({ claim }) => ({ claimId: claim.id, from: 'researching', to: 'inReview' })),
  approveClaim: onClaim(({ claim }) => ({ claimId: claim.id, version: 1 }), 'editor', 'inReview'),
  handBackClaim: onClaim(
    ({ claim }) => ({ claimId: claim.id, from: 'inReview', reason: 'Another year.' }),
    'editor',
    'inReview',
  ),
  hearClaim: {
    least: 'reporter',
    prepare: async () => {
      const { id, claim } = await withClaim()
      await db().recording.create({
        data: { interviewId: id, url: 'https://a.example/a.mp3', mime: 'audio/mpeg' },
      })
      const { quote, startMs, endMs } = await db().claim.findUniqueOrThrow({ where: { id: claim.id } })
      return { id, input: { claimId: claim.id, quote, startMs, endMs } }
    },
  },
  // A newsroom that asks for no second opinion takes none; claims/life.db.test.ts asks for some.
  giveOpinion: {
    ...onClaim(({ claim }) => ({
      claimId: claim.id,
      verdictKey: 'false',
      reason: 'The register.',
      quote: claim.quote,
      claimReviewed: 'Sentence of claim 1.',
    })),
    closed: true,
  },
  endTalk: {
    ...onClaim(({ claim }) => ({ claimId: claim.id, verdictKey: 'false', outcome: 'We agreed.' })),
    closed: true,
  },
  linkRepeat: withEarlier((claimId, earlier) => ({ claimId, toClaimId: earlier })),
  unlinkRepeat: withEarlier((claimId) => ({ claimId }), { linked: true }),
  reuseCheck: withEarlier((claimId, earlier) => ({ claimId, fromClaimId: earlier })),
  resolveThread: {
    least: 'reporter',
    prepare: async () => {
      const { claim, id } = await withClaim()
      const opener = await db().comment.create({
        data: { interviewId: id, claimId: claim.id, body: 'Said.' },
      })
      const input = { interviewId: id, threadId: opener.id, resolved: true, requestId: randomUUID() }
      return { id, input }
    },
  },
  addComment: onClaim(({ claim, interview }) => ({
    interviewId: interview.id,
    claimId: claim.id,
    requestId: randomUUID(),
    body: 'Said.',
  })),
  correctTranscript: onClaim(({ interview }) => ({
    interviewId: interview.id,
    stepId: randomUUID(),
    step: { kind: 'shift', byMs: 500 },
  })),
  undoStep: onStep(),
  saveBackground: onClaim(
    ({ interview }) => ({
      interviewId: interview.id,
      noteId: null,
      requestId: randomUUID(),
      version: null,
      turnId: interview.turns[0],
      ...NOTE,
    }),
    'editor',
  ),
  removeBackground: {
    least: 'editor',
    prepare: async () => {
      const interview = await buildInterview(db())
      return { id: interview.id, input: { noteId: (await note(interview)).id } }
    },
  },
  saveChapter: onClaim(({ interview }) => ({
    interviewId: interview.id,
    noteId: null,
    requestId: randomUUID(),
    version: null,
    turnId: interview.turns[0],
    title: 'Arriving',
  })),
  removeChapter: {
    least: 'reporter',
    prepare: async () => {
      const { id, turns } = await buildInterview(db())
      const { id: noteId } = await db().backgroundNote.create({
        data: { interviewId: id, turnId: turns[0] ?? '', kind: 'chapter', title: 'Arriving', body: '' },
      })
      return { id, input: { noteId } }
    },
  },
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

async function readyToPublish() {
  const { interview, claim } = await withClaim('inReview')
  await approveBuilt(await built({ role: 'editor' }), claim.id)
  const { revision } = await db().interview.findUniqueOrThrow({ where: { id: interview.id } })
  return { interviewId: interview.id, revision }
}

/** Something done to a plan that waits. */
function onPlan(input: (planId: string) => object): Mutation {
  return {
    least: 'editor',
    prepare: async () => {
      const ready = await readyToPublish()
      const planner = await built({ role: 'editor' })
      const { planId } = await planPublication(planner, { ...ready, publishAt: inDays(2) })
      return { id: ready.interviewId, input: input(planId) }
    },
  }
}

const PUBLISH: Record<string, Mutation> = {
  publishInterview: {
    least: 'editor',
    prepare: async () => {
      const ready = await readyToPublish()
      return { id: ready.interviewId, input: { ...ready, changes: [] } }
    },
  },
  publishEarlier: {
    least: 'editor',
    prepare: async () => {
      const { interview, editor } = await buildPublished()
      await db().interview.update({ where: { id: interview.id }, data: { title: 'Another title' } })
      await publishBuilt(editor, interview.id)
      const { revision } = await db().interview.findUniqueOrThrow({ where: { id: interview.id } })
      const changes = [{ kind: 'update', note: 'Back.', claimNumber: null }]
      return { id: interview.id, input: { interviewId: interview.id, number: 1, revision, changes } }
    },
  },
  takeDown: {
    least: 'editor',
    prepare: async () => {
      const { id } = (await buildPublished()).interview
      return { id, input: { interviewId: id, notice: 'Withdrawn.' } }
    },
  },
  planPublication: {
    least: 'editor',
    prepare: async () => {
      const { interviewId, revision } = await readyToPublish()
      return { id: interviewId, input: { interviewId, revision, changes: [], publishAt: inDays(2) } }
    },
  },
  movePlan: onPlan((planId) => ({ planId, publishAt: inDays(3) })),
  withdrawPlan: onPlan((planId) => ({ planId })),
  publishPlanNow: onPlan((planId) => ({ planId })),
  createPreviewLink: {
    least: 'editor',
    prepare: async () => {
      const { id } = await buildInterview(db())
      return { id, input: { interviewId: id, label: 'Counsel', days: 1 } }
    },
  },
  withdrawPreviewLink: {
    least: 'editor',
    prepare: async () => {
      const { id } = await buildInterview(db())
      const made = { interviewId: id, label: 'Counsel', days: 1 }
      await createPreviewLink(await built({ role: 'editor' }), made)
      const link = await db().previewLink.findFirstOrThrow({ where: { interviewId: id } })
      return { id, input: { linkId: link.id } }
    },
  },
}

const ABOUT = {
  title: 'Another title',
  happenedOn: null,
  place: '',
  platform: '',
  language: 'en',
  standfirst: '',
}
const DETAILS: Record<string, Mutation> = {
  editInterview: onInterview((interviewId) => ({
    interviewId,
    version: 1,
    ...ABOUT,
    slug: `changed-${randomUUID()}`,
    dateline: '',
    embargoUntil: null,
    bylines: [],
    contributors: [],
  })),
  saveParticipant: {
    least: 'reporter',
    prepare: async () => {
      const { id, participants } = await buildInterview(db())
      const seen = { name: 'Bo Marsh', part: 'guest', affiliation: '', description: '' }
      const changed = { ...seen, part: 'interviewee', seen }
      return { id, input: { interviewId: id, participantId: participants['Bo Marsh'], ...changed } }
    },
  },
  setMachineMade: { ...onInterview((interviewId) => ({ interviewId, machineMade: true })), least: 'editor' },
  describePicture: onInterview((interviewId) => ({
    interviewId,
    alt: 'Other words.',
    caption: '',
    credit: '',
  })),
  removePicture: onInterview((interviewId) => ({ interviewId })),
  setRecordingAddress: onInterview((interviewId) => ({ interviewId, url: 'https://other.example/b.mp3' })),
  setRecordingEmbed: onInterview((interviewId) => ({ interviewId, page: 'https://vimeo.com/123456789' })),
  removeRecording: onInterview((interviewId) => ({ interviewId })),
}

const MEMBERS: Record<string, Mutation> = {
  invite: onMember(() => ({ name: 'New', email: `new-${randomUUID()}@newsroom.example`, role: 'reporter' })),
  setRole: onMember((memberId) => ({ memberId, role: 'editor' })),
  deactivate: onMember((memberId) => ({ memberId })),
  reactivate: onMember((memberId) => ({ memberId }), { deactivatedAt: new Date() }),
  endSessions: onMember((memberId) => ({ memberId })),
  reset: onMember((memberId) => ({ memberId })),
  mailLink: {
    least: 'admin',
    traceless: true,
    prepare: async () => {
      const { id } = await built()
      const { path } = await db().$transaction((tx) => makeLink(tx, id, 1))
      return { id: '', input: { path } }
    },
  },
  removeFactor: {
    least: 'admin',
    prepare: async () => {
      const { id: memberId } = await built()
      await buildPasskey(memberId)
      return { id: '', input: { memberId } }
    },
  },
}

const QUEUE_LOOK = { query: '', shown: [] }

/** Of a filter that the caller keeps, or of somebody's where nobody calls. */
const onFilter = (ask: (filterId: string) => unknown): Mutation => ({
  least: 'reporter',
  traceless: true,
  prepare: async (caller) => {
    const { id: memberId } = caller ?? (await built())
    const filter = await db().savedFilter.create({ data: { memberId, name: 'Kept', query: '', position: 0 } })
    return { id: '', input: { ask: ask(filter.id), look: QUEUE_LOOK } }
  },
})
const QUEUE: Record<string, Mutation> = {
  changeClaims: onClaim(({ claim }) => ({
    ask: {
      requestId: randomUUID(),
      claimIds: [claim.id],
      change: { kind: 'priority', to: 'urgent' },
    },
    look: QUEUE_LOOK,
  })),
  undoChange: {
    least: 'reporter',
    prepare: async (caller) => {
      const { claim, id } = await withClaim()
      const who = caller ?? (await built())
      const member = await db().member.findUniqueOrThrow({ where: { id: who.id } })
      const changeId = randomUUID()
      const change = { kind: 'priority', to: 'urgent' }
      await changeClaims(member, { requestId: changeId, claimIds: [claim.id], change })
      return { id, input: { ask: { requestId: randomUUID(), changeId }, look: QUEUE_LOOK } }
    },
  },
  saveFilter: onFilter(() => ({ name: 'Another', query: 'status=held' })),
  renameFilter: onFilter((filterId) => ({ filterId, name: 'Renamed' })),
  removeFilter: onFilter((filterId) => ({ filterId })),
  moveFilter: onFilter((filterId) => ({ filterId, place: 0 })),
}

/** By the file that declares them and the name they have there. */
const MUTATIONS: Record<string, Record<string, Mutation>> = {
  'app/desk/interviews/[id]/actions.ts': WORKSPACE,
  'app/desk/interviews/[id]/publish/actions.ts': PUBLISH,
  'app/desk/interviews/[id]/details/actions.ts': DETAILS,
  'app/desk/members/actions.ts': MEMBERS,
  'app/desk/claims/actions.ts': QUEUE,
  'app/desk/inbox/actions.ts': {
    markNotices: {
      least: 'reporter',
      traceless: true,
      prepare: async () => ({ id: '', input: { ids: [randomUUID()], read: true } }),
    },
    markAllRead: { least: 'reporter', traceless: true, prepare: async () => ({ id: '', input: null }) },
    unmarkAllRead: {
      least: 'reporter',
      traceless: true,
      prepare: async () => ({ id: '', input: { at: new Date().toISOString() } }),
    },
    setMailNotices: {
      least: 'reporter',
      traceless: true,
      prepare: async () => ({ id: '', input: { mailNotices: false } }),
    },
  },
  'app/desk/reports/actions.ts': {
    setReportsClosed: {
      least: 'reporter',
      prepare: async () => {
        const { id } = await buildInterview(db())
        const data = { interviewId: id, publication: 1, message: 'It was eight.' }
        const report = await db().readerReport.create({ data })
        return { id, input: { ids: [report.id], closed: true } }
      },
    },
  },
  'app/desk/settings/actions.ts': {
    save: { least: 'admin', prepare: async () => ({ id: '', input: {} }), traceless: true },
    preview: {
      least: 'reporter',
      prepare: async () => ({ id: '', input: { text: '*So*' } }),
      traceless: true,
    },
  },
  'app/desk/settings/history/actions.ts': {
    putBack: onSettings(async () => ({ field: 'siteName', value: 'Claimline' })),
  },
  'app/desk/settings/verdicts/actions.ts': {
    saveVerdict: onSettings(async () => ({ key: null, seen: null, to: { ...VERDICT, label: randomUUID() } })),
    orderScale: onSettings(async () => ({ keys: (await readScale()).map(({ key }) => key) })),
    retireVerdict: onSettings(async () => ({ key: await newVerdict(), retired: true })),
    removeVerdict: onSettings(async () => ({ key: await newVerdict() })),
  },
  'app/desk/settings/topics/actions.ts': {
    renameTopic: onSettings(async () => {
      const { id: topicId, name } = await newTopic()
      return { topicId, seen: name, name: `${name} again` }
    }),
    mergeTopics: onSettings(async () => ({ fromId: (await newTopic()).id, intoId: (await newTopic()).id })),
    removeTopic: onSettings(async () => ({ topicId: (await newTopic()).id })),
  },
  'app/desk/sessions/actions.ts': {
    endOne: {
      least: 'reporter',
      traceless: true,
      prepare: async (caller) => {
        const owner = caller ?? (await built())
        const sessionId = await beginSession(owner.id, { userAgent: '', address: '' })
        return { id: '', input: { sessionId } }
      },
    },
    endOthers: { least: 'reporter', traceless: true, prepare: async () => ({ id: '', input: null }) },
  },
  'app/desk/account/actions.ts': ACCOUNT,
  'app/desk/tokens/actions.ts': TOKENS,
  'app/desk/password/actions.ts': {
    changePassword: {
      least: 'reporter',
      traceless: true,
      caller: { password: PASSWORD },
      prepare: async () => ({ id: '', input: { currentPassword: PASSWORD, newPassword: `new ${PASSWORD}` } }),
    },
  },
}

const actions = builtActions()

/** What the desk holds, to tell whether a refused call left anything behind. Ids in the input bind it to this try. */
async function trace({ id, input }: Prepared): Promise<string> {
  const text = JSON.stringify(input)
  const [interview, claims, notes, entries, publications, member, participants] = await Promise.all([
    id ? db().interview.findUnique({ where: { id }, include: { recording: true, picture: true } }) : null,
    id
      ? db().claim.findMany({
          where: { interviewId: id },
          include: { evidence: true, replies: true, comments: true },
        })
      : null,
    id ? db().backgroundNote.findMany({ where: { interviewId: id } }) : null,
    id ? db().auditEntry.count({ where: { interviewId: id } }) : null,
    id ? db().publication.count({ where: { interviewId: id } }) : null,
    db().member.findMany({
      where: {
        OR: [
          { id: text.match(/"memberId":"([^"]+)"/)?.[1] ?? randomUUID() },
          { email: text.match(/"email":"([^"]+)"/)?.[1] ?? '' },
        ],
      },
    }),
    id ? db().participant.findMany({ where: { interviewId: id } }) : null,
  ])
  return JSON.stringify([interview, claims, notes, entries, publications, member, participants])
}

/** Tries a mutation on fresh data and says what was answered and whether anything changed. */
async function attempt(
  mutation: Mutation,
  caller: Caller,
  send: (prepared: Prepared) => Promise<Answer>,
): Promise<Answer & { changed: boolean }> {
  const prepared = await mutation.prepare(caller.member)
  const before = await trace(prepared)
  const answer = await send(prepared)
  return { ...answer, changed: (await trace(prepared)) !== before }
}

/** Callers whose session is good and whose request comes from elsewhere. */
const ELSEWHERE: [string, Omit<Caller, 'member'>][] = [
  ['another origin', { origin: 'https://elsewhere.example' }],
  ['no origin', { origin: null }],
  ['an opaque origin', { origin: 'null' }],
  ['another site, by the browser’s own word', { headers: { 'Sec-Fetch-Site': 'cross-site' } }],
]

test('every Server Action of the build is tried here', () => {
  const tried = Object.entries(MUTATIONS).flatMap(([file, names]) =>
    Object.keys(names).map((name) => `${file} ${name}`),
  )
  const there = actions.map(({ file, name }) => `${file} ${name}`)
  // Signing in and out and choosing a password by a link are for anybody; they have their tests with the pages of people.
  const forAnybody = /^app\/(desk\/sign-out|sign-in\/actions|welcome\/\[token\]\/actions)\.ts /
  expect(there.filter((one) => !forAnybody.test(one)).sort()).toEqual(tried.sort())
})

for (const [file, mutations] of Object.entries(MUTATIONS))
  for (const [name, mutation] of Object.entries(mutations)) {
    const found = actions.find((one) => one.file === file && one.name === name)

    test(`${name} is done by those who may, from this site alone`, async () => {
      if (!found) throw new Error(`${file} has no ${name} in this build.`)
      const send = (caller: Caller) =>
        attempt(mutation, caller, ({ id, input }) => callAction(found, id, input, caller))

      const signedOut = await send({ member: null })
      expect(signedOut).toMatchObject({ ok: false, changed: false })
      expect(signedOut.body).not.toMatch(/Prisma|SELECT|node_modules|at \w+ \(/)

      for (const role of ROLES) {
        const answer = await send({ member: await built({ ...mutation.caller, role }) })
        if (!mutation.closed && isAtLeast(role, mutation.least))
          expect(answer, `${role}: ${answer.body}`).toMatchObject({ ok: true, changed: !mutation.traceless })
        else expect(answer, role).toMatchObject({ ok: false, kind: 'forbidden', changed: false })
      }
      for (const [from, caller] of ELSEWHERE) {
        const answer = await send({ ...caller, member: await built({ ...mutation.caller, role: 'admin' }) })
        expect(answer, from).toMatchObject({ ok: false, changed: false })
      }
      const gone = await send({ member: await built({ role: 'admin', deactivatedAt: new Date() }) })
      expect(gone, 'a member who was deactivated').toMatchObject({ ok: false, changed: false })
      const { id, sessionVersion } = await built({ role: 'admin' })
      const ended = await send({ member: { id, sessionVersion: sessionVersion - 1 } })
      expect(ended, 'a session that was ended').toMatchObject({ ok: false, changed: false })
    })
  }

const VTT = 'WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Ada>We planted nine million trees.\n'
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const MP3 = Buffer.concat([
  Buffer.from('ID3\u0004\u0000\u0000\u0000\u0000\u0000\u0000', 'latin1'),
  Buffer.alloc(4000, 0),
])

type Sent = { method: string; path: string; body: () => BodyInit; headers?: Record<string, string> }
const inInterview = (
  send: (id: string) => Sent,
): { prepare: Mutation['prepare']; send: (id: string) => Sent } => ({
  prepare: async () => ({ id: (await buildInterview(db())).id, input: null }),
  send,
})

function form(fields: Record<string, string>, file: Buffer | string, name: string): () => BodyInit {
  return () => {
    const data = new FormData()
    for (const [key, value] of Object.entries(fields)) data.append(key, value)
    data.append('file', new Blob([new Uint8Array(Buffer.from(file))]), name)
    return data
  }
}

const ROUTES: Record<string, { prepare: Mutation['prepare']; send: (id: string) => Sent }> = {
  'previewing a transcript': {
    prepare: async () => ({ id: '', input: null }),
    send: () => ({ method: 'POST', path: '/api/transcripts/preview', body: form({}, VTT, 'a.vtt') }),
  },
  'loading a transcript': {
    prepare: async () => ({ id: '', input: null }),
    send: () => {
      const decisions = {
        ...ABOUT,
        slug: `loaded-${randomUUID()}`,
        speakers: [{ label: 'Ada', name: 'Ada Quill', part: 'guest' }],
        loadAgain: true,
      }
      return {
        method: 'POST',
        path: '/api/interviews',
        body: form({ decisions: JSON.stringify(decisions) }, VTT, 'a.vtt'),
      }
    },
  },
  'setting a picture': inInterview((id) => ({
    method: 'POST',
    path: `/api/interviews/${id}/picture`,
    body: form({ alt: 'A dot.' }, PNG, 'a.png'),
  })),
  'reading talk': inInterview((id) => ({
    method: 'PUT',
    path: `/api/interviews/${id}/talk`,
    body: () => JSON.stringify({ claimId: null, until: new Date().toISOString() }),
  })),
  'saying where one’s page is': inInterview((id) => ({
    method: 'POST',
    path: '/api/desk/presence',
    body: () =>
      JSON.stringify({ kind: 'here', pageId: randomUUID(), interviewId: id, claimId: null, field: '' }),
  })),
  'setting a recording': inInterview((id) => ({
    method: 'PUT',
    path: `/api/interviews/${id}/recording`,
    body: () => new Uint8Array(MP3),
  })),
  'saying that a claim was seen': {
    prepare: async () => ({ id: (await withClaim()).claim.id, input: null }),
    send: (id) => ({ method: 'PUT', path: `/api/claims/${id}/since`, body: () => new Uint8Array() }),
  },
  'beginning an upload': inInterview((id) => ({
    method: 'POST',
    path: `/api/interviews/${id}/uploads`,
    body: () => new Uint8Array(),
    headers: {
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(MP3.length),
      'Upload-Metadata': `id ${Buffer.from(randomUUID()).toString('base64')}`,
    },
  })),
}

for (const [what, { prepare, send }] of Object.entries(ROUTES))
  test(`${what} is done by members, from this site alone`, async () => {
    const call = async (caller: Caller) => {
      let before = 0
      const answer = await attempt({ least: 'reporter', prepare }, caller, async ({ id }) => {
        before = await db().interview.count({ where: { title: ABOUT.title } })
        const { method, path, body, headers: more } = send(id)
        const headers = { ...(await headersOf(caller)), ...more }
        return answerOf(
          await fetch(new URL(path, siteOrigin()), { method, headers, body: body(), redirect: 'manual' }),
        )
      })
      return { ...answer, made: (await db().interview.count({ where: { title: ABOUT.title } })) - before }
    }
    const refused = { made: 0, changed: false }
    expect(await call({ member: null })).toMatchObject({ status: 401, kind: 'signed-out', ...refused })
    for (const role of ROLES) {
      const answer = await call({ member: await built({ role }) })
      expect(answer.status, `${role}: ${answer.body}`).toBeLessThan(300)
      expect(answer).toMatchObject({
        made: what.startsWith('loading') ? 1 : 0,
        changed: what.startsWith('setting'),
      })
    }
    for (const [from, caller] of ELSEWHERE)
      expect(await call({ ...caller, member: await built({ role: 'admin' }) }), from).toMatchObject({
        status: 403,
        kind: 'forbidden',
        ...refused,
      })
    const gone = await built({ role: 'admin', deactivatedAt: new Date() })
    expect(await call({ member: gone })).toMatchObject({ status: 401, ...refused })
  })

test('what a page sends is what is tried here, and another’s cookie or origin does not carry it', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'editor')
  const { id } = (await buildPublished()).interview
  await page.goto(`/desk/interviews/${id}/publish`)
  await page.getByLabel(/notice/i).fill('Withdrawn for a day.')
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && 'next-action' in request.headers(),
  )
  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  )
  await page.getByRole('button', { name: /Take .*down/ }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /Take .*down/ })
    .click()
  const request = await sent
  const action = actions.find((one) => one.id === request.headers()['next-action'])
  expect(action).toMatchObject({ name: 'takeDown' })

  const replay = async (caller: Caller) =>
    answerOf(
      await fetch(request.url(), {
        method: 'POST',
        redirect: 'manual',
        headers: {
          ...(await headersOf(caller)),
          Accept: 'text/x-component',
          'Content-Type': request.headers()['content-type'] ?? '',
          'Next-Action': request.headers()['next-action'] ?? '',
        },
        body: request.postData(),
      }),
    )
  const takedowns = () => db().publication.count({ where: { interviewId: id, kind: 'takedown' } })
  for (const caller of [
    { member: null },
    { member: await built({ role: 'reporter' }) },
    { member: await built({ role: 'admin' }), origin: 'https://elsewhere.example' },
  ]) {
    expect(await replay(caller)).toMatchObject({ ok: false })
    expect(await takedowns()).toBe(0)
  }
  expect(await replay({ member: await built({ role: 'editor' }) })).toMatchObject({ ok: true })
  expect(await takedowns()).toBe(1)
})

test('nobody is signed out from another origin', async () => {
  const signOut = actions.find((one) => one.name === 'signOut')
  if (!signOut) throw new Error('There is no action that signs out.')
  const member = await built()
  const response = await fetch(new URL('/desk', siteOrigin()), {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...(await headersOf({ member, origin: 'https://elsewhere.example' })),
      'Content-Type': 'text/plain;charset=UTF-8',
      'Next-Action': signOut.id,
    },
    body: '[]',
  })
  expect(response.headers.get('set-cookie') ?? '').not.toContain('session-token=;')
})
