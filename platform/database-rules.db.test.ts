// Longer than most files: one list of everything the database refuses, each tried.
import { beforeAll, describe, expect, test } from 'vitest'
import { addComment } from '@/claims/add-comment'
import { correctTranscript } from '@/claims/correct-transcript'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { buildPublished } from '@/prisma/factories/publication'

/** Each rule of prisma/migrations/0002_rules, tried with plain SQL: what no code of ours is asked about. */

const HASH = 'a'.repeat(64)
let interviewId = ''
let claimId = ''

beforeAll(async () => {
  const built = await buildPublished({
    claims: [{}, { evidence: [{ expert: 'Dana Birch' }], words: { turn: 1, from: 2, to: 6 } }],
  })
  interviewId = built.interview.id
  claimId = built.claims[0]?.id ?? ''
  await db().interview.update({
    where: { id: interviewId },
    data: {
      recording: { create: { url: 'https://a.example/a.mp3', mime: 'audio/mpeg' } },
      picture: { create: { fileHash: HASH, mime: 'image/png', width: 1, height: 1, alt: '', caption: '' } },
      backgroundNotes: { create: { turnId: built.interview.turns[0] ?? '', title: 'T', body: 'B' } },
    },
  })
  await db().upload.create({
    data: {
      id: crypto.randomUUID(),
      interviewId,
      memberId: built.editor.id,
      fileName: 'a.mp3',
      bytes: 9,
      received: 4,
      mime: 'audio/mpeg',
    },
  })
  await db().rightOfReply.create({ data: { claimId, position: 0, asked: 'Bo Marsh', askedAt: new Date() } })
  await db().topic.create({ data: { slug: 'trees', name: 'Trees' } })
  const judged = { claimId, memberId: built.editor.id, quote: 'Q', claimReviewed: 'S' }
  await db().claimOpinion.create({ data: { ...judged, verdictKey: 'false', reason: 'R' } })
  await db().claimTalk.create({ data: { ...judged, verdictKey: 'false', outcome: 'O' } })
  const heard = { claimId, memberId: built.editor.id, quote: 'Q', startMs: 1, endMs: 2 }
  await db().claimHearing.create({ data: heard })
  await addComment(built.editor, {
    interviewId,
    claimId,
    requestId: crypto.randomUUID(),
    body: 'Said.',
  })
  await correctTranscript(built.editor, {
    interviewId,
    stepId: crypto.randomUUID(),
    step: { kind: 'shift', byMs: 1 },
  })
  await db().readerReport.create({ data: { interviewId, publication: 1, message: 'It was eight.' } })
  const memberId = built.editor.id
  await db().memberSession.create({ data: { memberId } })
  await db().passkey.create({ data: { id: 'key', memberId, name: 'Key', publicKey: new Uint8Array([1]) } })
  await db().memberIdentity.create({ data: { issuer: 'https://a.example', subject: 's', memberId } })
  await db().savedFilter.create({ data: { memberId, name: 'Late', query: 'due=overdue', position: 0 } })
  await db().recoveryCode.create({ data: { memberId, codeHash: HASH } })
  const token = { memberId, name: 'Wire', tokenHash: HASH, start: 'clm_abcd', scopes: ['read:drafts'] }
  await db().apiToken.create({ data: token })
  await db().apiToken.create({ data: { ...token, tokenHash: 'b'.repeat(64), revokedAt: new Date() } })
  const planned = { interviewId, revision: 1, snapshot: {}, changes: [], publishAt: new Date() }
  await db().publicationPlan.create({ data: planned })
  await db().publicationPlan.create({ data: { ...planned, state: 'withdrawn', endedAt: new Date() } })
  const link = {
    interviewId,
    label: 'Counsel',
    createdById: memberId,
    expiresAt: new Date(Date.now() + 60_000),
  }
  await db().previewLink.create({ data: { ...link, tokenHash: HASH } })
  await db().previewLink.create({ data: { ...link, tokenHash: 'b'.repeat(64), withdrawnAt: new Date() } })
  await db().signInStep.create({
    data: { tokenHash: HASH, kind: 'secondFactor', data: {}, expiresAt: new Date() },
  })
  const publication = await db().publication.findFirstOrThrow({ where: { interviewId } })
  await db().publicChange.create({
    data: { interviewId, publicationId: publication.id, kind: 'update', note: 'Said.' },
  })
})

const PLAN = `INSERT INTO "PublicationPlan" ("id", "interviewId", "revision", "snapshot", "changes", "publishAt"`
const PLANNED = `SELECT gen_random_uuid(), "interviewId", 1, '{}', '[]', now() FROM "PublicationPlan" LIMIT 1`

const attempt = (sql: string) => db().$executeRawUnsafe(sql)

/** A row of each table satisfies every rule as it stands: without that, the refusals below would prove nothing. */
test.each([
  'Turn',
  'Transcript',
  'Interview',
  'Person',
  'Topic',
  'Participant',
  'Recording',
  'Upload',
  'Picture',
  'Verdict',
  'Claim',
  'Evidence',
  'RightOfReply',
  'Publication',
  'PublicChange',
  'Comment',
  'ClaimApproval',
  'AuditEntry',
  'TranscriptStep',
  'CommandReceipt',
  'SavedFilter',
  'MemberSession',
  'Passkey',
  'MemberIdentity',
  'RecoveryCode',
  'ApiToken',
  'PublicationPlan',
  'PreviewLink',
  'ReaderReport',
  'SignInStep',
  'ClaimOpinion',
  'ClaimTalk',
  'ClaimHearing',
  'BackgroundNote',
])('there is a row of %s to try the rules on', async (table) => {
  const rows = await db().$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM "${table}"`)
  expect(Number(rows[0]?.n)).toBeGreaterThan(0)
})

describe('the database refuses', () => {
  test.each([
    // Of plans: one waits at a time, one that waits has no end, and each end has what belongs to it.
    ['PublicationPlan_one_waits', `${PLAN}) ${PLANNED}`],
    ['reader_report_says', `UPDATE "ReaderReport" SET "message" = ''`],
    ['reader_report_says', `UPDATE "ReaderReport" SET "message" = repeat('x', 4001)`],
    ['reader_report_says', `UPDATE "ReaderReport" SET "replyTo" = repeat('x', 255)`],
    ['reader_report_says', `UPDATE "ReaderReport" SET "closedAt" = now()`],
    ['publication_plan_ends', `UPDATE "PublicationPlan" SET "endedAt" = now() WHERE "state" = 'waiting'`],
    [
      'publication_plan_ends',
      `UPDATE "PublicationPlan" SET "state" = 'published', "endedAt" = now() WHERE "state" = 'waiting'`,
    ],
    [
      'publication_plan_ends',
      `UPDATE "PublicationPlan" SET "state" = 'stopped', "endedAt" = now() WHERE "state" = 'waiting'`,
    ],
    ['a plan is never rewritten', `UPDATE "PublicationPlan" SET "snapshot" = '[]' WHERE "state" = 'waiting'`],
    ['a plan is never rewritten', `UPDATE "PublicationPlan" SET "changes" = '[1]' WHERE "state" = 'waiting'`],
    [
      'a plan is never rewritten',
      `UPDATE "PublicationPlan" SET "state" = 'waiting', "endedAt" = NULL WHERE "state" = 'withdrawn'`,
    ],
    ['a plan is never rewritten', `DELETE FROM "PublicationPlan"`],
    ['append-only', `TRUNCATE "PublicationPlan"`],
    [
      'preview_link_expires',
      `INSERT INTO "PreviewLink" ("id", "interviewId", "label", "createdById", "tokenHash", "expiresAt") SELECT gen_random_uuid(), "interviewId", 'L', "createdById", '${'c'.repeat(64)}', now() FROM "PreviewLink" LIMIT 1`,
    ],
    [
      'preview_link_hash',
      `INSERT INTO "PreviewLink" ("id", "interviewId", "label", "createdById", "tokenHash", "expiresAt") SELECT gen_random_uuid(), "interviewId", 'L', "createdById", 'the token itself', now() + interval '1 day' FROM "PreviewLink" LIMIT 1`,
    ],
    [
      'a preview link is never changed',
      `UPDATE "PreviewLink" SET "expiresAt" = "expiresAt" + interval '1 day'`,
    ],
    [
      'a preview link is never changed',
      `UPDATE "PreviewLink" SET "withdrawnAt" = NULL WHERE "withdrawnAt" IS NOT NULL`,
    ],
    ['background_note_chapter', `UPDATE "BackgroundNote" SET "kind" = 'chapter'`],
    [
      'public_change_wrong',
      `INSERT INTO "PublicChange" ("id", "interviewId", "publicationId", "kind", "wrong", "note") SELECT gen_random_uuid(), "interviewId", "publicationId", 'update', 'Wrong.', 'N' FROM "PublicChange" LIMIT 1`,
    ],
    [
      'api_token_name',
      `INSERT INTO "ApiToken" ("id", "memberId", "name", "tokenHash", "start", "scopes") SELECT gen_random_uuid(), "memberId", ' ', '${'c'.repeat(64)}', "start", "scopes" FROM "ApiToken" LIMIT 1`,
    ],
    [
      'api_token_hash',
      `INSERT INTO "ApiToken" ("id", "memberId", "name", "tokenHash", "start", "scopes") SELECT gen_random_uuid(), "memberId", 'N', 'clm_secret', "start", "scopes" FROM "ApiToken" LIMIT 1`,
    ],
    [
      'api_token_scopes',
      `INSERT INTO "ApiToken" ("id", "memberId", "name", "tokenHash", "start", "scopes") SELECT gen_random_uuid(), "memberId", 'N', '${'c'.repeat(64)}', "start", ARRAY['everything'] FROM "ApiToken" LIMIT 1`,
    ],
    [
      'api_token_scopes',
      `INSERT INTO "ApiToken" ("id", "memberId", "name", "tokenHash", "start", "scopes") SELECT gen_random_uuid(), "memberId", 'N', '${'c'.repeat(64)}', "start", ARRAY[]::text[] FROM "ApiToken" LIMIT 1`,
    ],
    [
      'api_token_expires',
      `INSERT INTO "ApiToken" ("id", "memberId", "name", "tokenHash", "start", "scopes", "expiresAt") SELECT gen_random_uuid(), "memberId", 'N', '${'c'.repeat(64)}', "start", "scopes", "createdAt" - interval '1 day' FROM "ApiToken" LIMIT 1`,
    ],
    [
      'a token is never changed',
      `UPDATE "ApiToken" SET "scopes" = ARRAY['read:drafts', 'write:transcripts']`,
    ],
    ['a token is never changed', `UPDATE "ApiToken" SET "expiresAt" = now() + interval '9 years'`],
    ['a revoked one stays revoked', `UPDATE "ApiToken" SET "revokedAt" = NULL WHERE "revokedAt" IS NOT NULL`],
    ['member_session_begun_by', `UPDATE "MemberSession" SET "begunBy" = 'a wink'`],
    ['passkey_name', `UPDATE "Passkey" SET "name" = ' '`],
    ['passkey_name', `UPDATE "Passkey" SET "counter" = -1`],
    ['member_identity_named', `UPDATE "MemberIdentity" SET "subject" = ''`],
    ['recovery_code_hash', `UPDATE "RecoveryCode" SET "codeHash" = 'bcdf-ghjk-mnpq-rstv'`],
    ['sign_in_step_hash', `UPDATE "SignInStep" SET "tokenHash" = 'the secret itself'`],
    ['saved_filter_name', `UPDATE "SavedFilter" SET "name" = ' '`],
    ['command_receipt_hash', `UPDATE "CommandReceipt" SET "inputHash" = 'ABC'`],
    ['turn_revision', `UPDATE "Turn" SET "revision" = -1`],
    ['Turn_transcriptId_position_key', `UPDATE "Turn" SET "position" = 1 WHERE "position" = 0`],
    ['turn_position', `UPDATE "Turn" SET "position" = -1 WHERE "position" = 0`],
    ['turn_has_words', `UPDATE "Turn" SET "text" = ''`],
    [
      'turn_has_words',
      `UPDATE "Turn" SET "wordCount" = 0, "wordStarts" = '{}', "wordEnds" = '{}', "wordEstimated" = '{}'`,
    ],
    ['turn_times', `UPDATE "Turn" SET "startMs" = NULL WHERE "startMs" IS NOT NULL`],
    ['turn_times', `UPDATE "Turn" SET "startMs" = 9, "endMs" = 8`],
    ['turn_times', `UPDATE "Turn" SET "startMs" = -1`],
    [
      'turn_one_time_a_word',
      `UPDATE "Turn" SET "wordStarts" = '{1}', "wordEnds" = '{2}', "wordEstimated" = '{f}'`,
    ],
    ['turn_one_time_a_word', `UPDATE "Turn" SET "wordEnds" = '{}'`],
    ['turn_one_time_a_word', `UPDATE "Turn" SET "wordEstimated" = '{}'`],
    [
      'turn_word_times',
      `UPDATE "Turn" SET "wordStarts" = '{5,4}', "wordEnds" = '{6,6}', "wordEstimated" = '{f,f}', "wordCount" = 2`,
    ],
    [
      'turn_word_times',
      `UPDATE "Turn" SET "wordStarts" = '{-5,4}', "wordEnds" = '{6,6}', "wordEstimated" = '{f,f}', "wordCount" = 2`,
    ],
    [
      'turn_word_times',
      `UPDATE "Turn" SET "wordStarts" = '{5,7}', "wordEnds" = '{6,6}', "wordEstimated" = '{f,f}', "wordCount" = 2`,
    ],
    [
      'turn_word_times',
      `UPDATE "Turn" SET "wordStarts" = '{5,NULL}', "wordEnds" = '{6,6}', "wordEstimated" = '{f,f}', "wordCount" = 2`,
    ],
    [
      'turn_word_times',
      `UPDATE "Turn" SET "wordStarts" = '{5,6}', "wordEnds" = '{6,NULL}', "wordEstimated" = '{f,f}', "wordCount" = 2`,
    ],
    ['transcript_counts', `UPDATE "Transcript" SET "wordCount" = 0`],
    ['transcript_counts', `UPDATE "Transcript" SET "durationMs" = -1`],
    ['transcript_hash', `UPDATE "Transcript" SET "contentHash" = 'ABC'`],
    ['interview_title', `UPDATE "Interview" SET "title" = '  '`],
    ['interview_slug', `UPDATE "Interview" SET "slug" = 'Not An Address'`],
    ['interview_counters', `UPDATE "Interview" SET "revision" = -1`],
    ['interview_counters', `UPDATE "Interview" SET "nextClaimNumber" = 0`],
    ['interview_counters', `UPDATE "Interview" SET "version" = 0`],
    ['person_slug', `UPDATE "Person" SET "slug" = '-a'`],
    ['person_name', `UPDATE "Person" SET "name" = ' '`],
    ['topic_slug', `UPDATE "Topic" SET "slug" = ''`],
    ['participant_name', `UPDATE "Participant" SET "name" = ''`],
    ['recording_somewhere', `UPDATE "Recording" SET "url" = NULL`],
    ['recording_somewhere', `UPDATE "Recording" SET "fileHash" = '${HASH}'`],
    ['recording_somewhere', `UPDATE "Recording" SET "embedProvider" = 'vimeo', "embedId" = '1'`],
    ['recording_embed', `UPDATE "Recording" SET "url" = NULL, "embedProvider" = 'vimeo'`],
    [
      'recording_embed_id',
      `UPDATE "Recording" SET "url" = NULL, "embedProvider" = 'vimeo', "embedId" = '"><script>'`,
    ],
    ['upload_bytes', `UPDATE "Upload" SET "bytes" = 0, "received" = 0`],
    ['upload_bytes', `UPDATE "Upload" SET "received" = 10`],
    ['upload_known', `UPDATE "Upload" SET "mime" = NULL`],
    ['upload_whole', `UPDATE "Upload" SET "doneAt" = now()`],
    ['recording_sizes', `UPDATE "Recording" SET "bytes" = 0`],
    ['recording_sizes', `UPDATE "Recording" SET "durationMs" = 0`],
    ['picture_size', `UPDATE "Picture" SET "width" = 0`],
    ['verdict_order', `UPDATE "Verdict" SET "ratingValue" = 6`],
    ['verdict_order', `UPDATE "Verdict" SET "ratingValue" = 3, "rates" = false`],
    ['claim_number', `UPDATE "Claim" SET "number" = 0 WHERE "number" = 1`],
    ['claim_number|claim_anchor_version', `UPDATE "Claim" SET "version" = 0`],
    ['claim_quote', `UPDATE "Claim" SET "quote" = ' '`],
    ['claim_times', `UPDATE "Claim" SET "endMs" = NULL`],
    ['claim_times', `UPDATE "Claim" SET "startMs" = 9, "endMs" = 8`],
    ['claim_times', `UPDATE "Claim" SET "startMs" = -9, "endMs" = 8`],
    ['claim_origin', `UPDATE "Claim" SET "firstTurnId" = NULL`],
    ['claim_origin', `UPDATE "Claim" SET "lastWord" = -1`],
    ['claim_origin', `UPDATE "Claim" SET "origin" = 'elsewhere'`],
    ['claim_origin', `UPDATE "Claim" SET "appearanceKind" = 'post'`],
    ['claim_anchor_version', `UPDATE "Claim" SET "anchorVersion" = "version" + 1`],
    ['claim_anchor_version', `UPDATE "Claim" SET "anchorVersion" = 0`],
    ['claim_words_in_order', `UPDATE "Claim" SET "firstWord" = 4, "lastWord" = 3`],
    ['claim_dropped', `UPDATE "Claim" SET "status" = 'dropped'`],
    ['claim_dropped', `UPDATE "Claim" SET "droppedFrom" = 'flagged'`],
    ['claim_challenge', `UPDATE "Claim" SET "challengeMs" = 5`],
    ['claim_challenge_time', `UPDATE "Claim" SET "challenge" = 'partly', "challengeMs" = -5`],
    ['evidence_title', `UPDATE "Evidence" SET "title" = ''`],
    ['evidence_expert', `UPDATE "Evidence" SET "kind" = 'expert' WHERE "expertId" IS NULL`],
    ['evidence_expert', `UPDATE "Evidence" SET "kind" = 'post' WHERE "expertId" IS NOT NULL`],
    ['evidence_expert', `UPDATE "Evidence" SET "basis" = 'opinion' WHERE "expertId" IS NULL`],
    ['evidence_url', `UPDATE "Evidence" SET "url" = 'javascript:alert(1)'`],
    ['evidence_archived_url', `UPDATE "Evidence" SET "archivedUrl" = 'ftp://a.example'`],
    ['evidence_copy', `UPDATE "Evidence" SET "copyHash" = '${HASH}'`],
    ['evidence_copy', `UPDATE "Evidence" SET "copyName" = 'a.pdf'`],
    [
      'evidence_copy',
      `UPDATE "Evidence" SET "copyHash" = 'x', "copyName" = 'a', "copyMime" = 'b', "copyBytes" = 1, "copyAt" = now()`,
    ],
    [
      'evidence_copy',
      `UPDATE "Evidence" SET "copyHash" = '${HASH}', "copyName" = 'a', "copyMime" = 'b', "copyBytes" = 0, "copyAt" = now()`,
    ],
    ['evidence_copy_taken', `UPDATE "Evidence" SET "copyAt" = now()`],
    ['evidence_copy_taken', `UPDATE "Evidence" SET "copyUrl" = 'https://a.example/'`],
    ['evidence_stated', `UPDATE "Evidence" SET "affiliation" = 'Guild' WHERE "expertId" IS NULL`],
    ['claim_archived_elsewhere', `UPDATE "Claim" SET "appearanceArchivedUrl" = 'https://a.example/'`],
    ['claim_opinion_reason', `UPDATE "ClaimOpinion" SET "reason" = ' '`],
    ['claim_talk_outcome', `UPDATE "ClaimTalk" SET "outcome" = ''`],
    ['claim_hearing_seconds', `UPDATE "ClaimHearing" SET "startMs" = -1`],
    ['claim_hearing_seconds', `UPDATE "ClaimHearing" SET "endMs" = 0`],
    ['reply_asked', `UPDATE "RightOfReply" SET "asked" = ' '`],
    ['reply_answer', `UPDATE "RightOfReply" SET "answer" = 'No.'`],
    ['reply_order', `UPDATE "RightOfReply" SET "deadline" = "askedAt" - interval '1 day'`],
    ['comment_body', `UPDATE "Comment" SET "body" = ' '`],
    ['comment_thread|comment_answers_in_place', `UPDATE "Comment" SET "threadId" = "id"`],
    [
      'comment_answers_in_place',
      `INSERT INTO "Comment" ("id", "interviewId", "claimId", "threadId", "body") SELECT gen_random_uuid(), "interviewId", NULL, "id", 'B' FROM "Comment" WHERE "claimId" IS NOT NULL`,
    ],
    [
      'comment_resolved',
      `INSERT INTO "Comment" ("id", "interviewId", "claimId", "threadId", "body", "resolvedAt") SELECT gen_random_uuid(), "interviewId", "claimId", "id", 'B', now() FROM "Comment"`,
    ],
    [
      'notice_key',
      `INSERT INTO "Notice" ("id", "memberId", "kind", "key") SELECT gen_random_uuid(), "id", 'talk', '' FROM "Member"`,
    ],
    [
      'publication_number',
      `INSERT INTO "Publication" ("id", "interviewId", "number", "kind", "slug", "snapshot", "card", "snapshotHash") SELECT gen_random_uuid(), "interviewId", 0, 'update', 's', '{}', '{}', '${HASH}' FROM "Publication"`,
    ],
    [
      'publication_number',
      `INSERT INTO "Publication" ("id", "interviewId", "number", "kind", "slug", "snapshot", "card", "snapshotHash") SELECT gen_random_uuid(), "interviewId", 2, 'first', 's', '{}', '{}', '${HASH}' FROM "Publication"`,
    ],
    [
      'publication_hash',
      `INSERT INTO "Publication" ("id", "interviewId", "number", "kind", "slug", "snapshot", "card", "snapshotHash") SELECT gen_random_uuid(), "interviewId", 2, 'update', 's', '{}', '{}', 'x' FROM "Publication"`,
    ],
    [
      'Publication_interviewId_number_key|interviewId, number',
      `INSERT INTO "Publication" ("id", "interviewId", "number", "kind", "slug", "snapshot", "card", "snapshotHash") SELECT gen_random_uuid(), "interviewId", 1, 'first', 's', '{}', '{}', '${HASH}' FROM "Publication"`,
    ],
    [
      'change_says_what',
      `INSERT INTO "PublicChange" ("id", "interviewId", "publicationId", "kind", "note") SELECT gen_random_uuid(), "interviewId", "id", 'update', ' ' FROM "Publication"`,
    ],
    [
      'step_number',
      `INSERT INTO "TranscriptStep" ("id", "interviewId", "number", "kind", "revision", "summary", "undoesId", "before", "after") SELECT gen_random_uuid(), "interviewId", 0, 'shift', 1, 'S', NULL, '{}', '{}' FROM "TranscriptStep"`,
    ],
    [
      'step_number',
      `INSERT INTO "TranscriptStep" ("id", "interviewId", "number", "kind", "revision", "summary", "undoesId", "before", "after") SELECT gen_random_uuid(), "interviewId", 9, 'shift', 0, 'S', NULL, '{}', '{}' FROM "TranscriptStep"`,
    ],
    [
      'step_kind',
      `INSERT INTO "TranscriptStep" ("id", "interviewId", "number", "kind", "revision", "summary", "undoesId", "before", "after") SELECT gen_random_uuid(), "interviewId", 9, 'guess', 1, 'S', NULL, '{}', '{}' FROM "TranscriptStep"`,
    ],
    [
      'step_undo',
      `INSERT INTO "TranscriptStep" ("id", "interviewId", "number", "kind", "revision", "summary", "undoesId", "before", "after") SELECT gen_random_uuid(), "interviewId", 9, 'undo', 1, 'S', NULL, '{}', '{}' FROM "TranscriptStep"`,
    ],
    [
      'step_undo',
      `INSERT INTO "TranscriptStep" ("id", "interviewId", "number", "kind", "revision", "summary", "undoesId", "before", "after") SELECT gen_random_uuid(), "interviewId", 9, 'shift', 1, 'S', "id", '{}', '{}' FROM "TranscriptStep"`,
    ],
    [
      'step_says_what',
      `INSERT INTO "TranscriptStep" ("id", "interviewId", "number", "kind", "revision", "summary", "undoesId", "before", "after") SELECT gen_random_uuid(), "interviewId", 9, 'shift', 1, ' ', NULL, '{}', '{}' FROM "TranscriptStep"`,
    ],
    [
      'TranscriptStep_interviewId_number_key|interviewId, number',
      `INSERT INTO "TranscriptStep" ("id", "interviewId", "number", "kind", "revision", "summary", "undoesId", "before", "after") SELECT gen_random_uuid(), "interviewId", 1, 'shift', 1, 'S', NULL, '{}', '{}' FROM "TranscriptStep"`,
    ],
    ['Claim_interviewId_number_key|interviewId, number', `UPDATE "Claim" SET "number" = 7`],
    [
      'Interview_slug_key|slug',
      `INSERT INTO "Interview" ("id", "slug", "title") SELECT gen_random_uuid(), "slug", 'T' FROM "Interview"`,
    ],
  ])('%s: %s', async (rule, sql) => {
    await expect(attempt(sql)).rejects.toThrow(
      new RegExp(
        rule
          .split('|')
          .map((part) => part.replace(/[()]/g, '.'))
          .join('|'),
      ),
    )
  })

  test('an unknown status, verdict or role', async () => {
    await expect(attempt(`UPDATE "Claim" SET "status" = 'published'`)).rejects.toThrow(/ClaimStatus/)
    await expect(attempt(`UPDATE "Claim" SET "verdictKey" = 'nonsense'`)).rejects.toThrow(
      /verdictKey|foreign key/i,
    )
    await expect(attempt(`UPDATE "Member" SET "role" = 'owner'`)).rejects.toThrow(/Role/)
  })
})

test('a repeat points at a root: no claim repeats itself, a repeat, or one of its own repeats', async () => {
  const [first, second] = await db().claim.findMany({ where: { interviewId }, orderBy: { number: 'asc' } })
  if (!first || !second) throw new Error('There are no two claims.')
  const link = (from: string, to: string) =>
    attempt(`UPDATE "Claim" SET "repeatOfId" = '${to}' WHERE "id" = '${from}'`)
  await expect(link(first.id, first.id)).rejects.toThrow('claim_repeats_another')
  await link(second.id, first.id)
  await expect(link(first.id, second.id)).rejects.toThrow('a repeat cannot be repeated')
  await attempt(`UPDATE "Claim" SET "repeatOfId" = NULL WHERE "id" = '${second.id}'`)
  const { id: _id, ...row } = first
  const third = await db().claim.create({ data: { ...row, number: 99 } })
  await link(first.id, second.id)
  await expect(link(third.id, first.id)).rejects.toThrow('a repeat cannot be repeated')
  await expect(link(second.id, third.id)).rejects.toThrow('a claim with repeats cannot be a repeat')
  await attempt(`UPDATE "Claim" SET "repeatOfId" = NULL`)
  await attempt(`DELETE FROM "Claim" WHERE "id" = '${third.id}'`)
})

describe('history only grows', () => {
  const TABLES = [
    ['Publication', `"slug" = 'other'`],
    ['PublicChange', `"note" = 'Other.'`],
    ['AuditEntry', `"actorName" = 'Somebody else'`],
    ['ClaimApproval', `"content" = '{}'`],
    ['TranscriptStep', `"before" = '{}'`],
  ] as const

  describe.each(TABLES)('%s', (table, change) => {
    test.each([
      ['changed', `UPDATE "${table}" SET ${change}`],
      ['removed', `DELETE FROM "${table}"`],
      ['emptied', `TRUNCATE "${table}" CASCADE`],
    ])('is never %s', async (_what, sql) => {
      const all = () => db().$queryRawUnsafe(`SELECT * FROM "${table}" ORDER BY 1`)
      const before = await all()
      await expect(attempt(sql)).rejects.toThrow(/append-only/)
      expect(await all()).toEqual(before)
    })
  })

  test('not by way of what it belongs to: a published interview, an approved claim and their authors stay', async () => {
    for (const sql of [
      `DELETE FROM "Interview" WHERE "id" = '${interviewId}'`,
      `DELETE FROM "Claim" WHERE "id" = '${claimId}'`,
      `DELETE FROM "Member" WHERE "id" IN (SELECT "publishedById" FROM "Publication")`,
      `DELETE FROM "Member" WHERE "id" IN (SELECT "approvedById" FROM "ClaimApproval")`,
      `TRUNCATE "Interview" CASCADE`,
    ])
      await expect(attempt(sql)).rejects.toThrow(/append-only|foreign key|violates/i)
  })

  test('an entry can still be added', async () => {
    const member = await buildMember(db())
    await db().auditEntry.create({
      data: { actorId: member.id, actorName: member.name, action: 'a.b', subject: 'c' },
    })
    expect(await db().auditEntry.count({ where: { actorId: member.id } })).toBe(1)
  })
})

describe('what stands under a claim cannot be taken away from it', () => {
  test.each([
    ['its turn', `DELETE FROM "Turn" WHERE "id" = (SELECT "firstTurnId" FROM "Claim" LIMIT 1)`],
    ['its verdict', `DELETE FROM "Verdict" WHERE "key" = 'false'`],
    [
      'its expert',
      `DELETE FROM "Person" WHERE "id" = (SELECT "expertId" FROM "Evidence" WHERE "expertId" IS NOT NULL)`,
    ],
    ['its writer', `DELETE FROM "Member" WHERE "id" = (SELECT "memberId" FROM "ClaimContributor" LIMIT 1)`],
  ])('%s', async (_what, sql) => {
    await expect(attempt(sql)).rejects.toThrow(/violates|foreign key/i)
  })
})

test('when readers could first see a claim follows from its check and its page, whatever is written', async () => {
  const of = () => db().publishedClaim.findFirstOrThrow({ where: { interviewId }, include: { page: true } })
  const { shownAt, checkedAt, page } = await of()
  expect(shownAt).toEqual(checkedAt > page.firstPublishedAt ? checkedAt : page.firstPublishedAt)
  await db().publishedClaim.updateMany({ where: { interviewId }, data: { shownAt: new Date(0) } })
  expect((await of()).shownAt).toEqual(shownAt)
})
