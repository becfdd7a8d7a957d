import { z } from 'zod'
import type { Scope } from '@/newsroom/api-tokens/scopes'
import { noQuery } from '@/publishing/api/inputs'
import {
  changesQuery,
  draftsQuery,
  draftTranscriptQuery,
  idPath,
  loadBodySchema,
  loadWishesSchema,
} from '@/publishing/api/newsroom-inputs'
import {
  draftChangesSchema,
  draftListSchema,
  draftSchema,
  loadedSchema,
  recordingSetSchema,
} from '@/publishing/api/newsroom-resources'
import type { ProblemKind } from '@/publishing/api/problem'

/** One thing that a token can do. */
export type TokenOperation<Path = unknown, Query = unknown, Answer = unknown> = {
  id: string
  method: 'get' | 'post' | 'put'
  /** Below the newsroom API's own address, parameters in braces. */
  path: string
  summary: string
  description?: string
  scope: Scope
  pathInput: z.ZodType<Path>
  query: z.ZodType<Query>
  /** Null where the answer is a file. */
  answer: z.ZodType<Answer> | null
  status: 200 | 201
  /** Kinds of bodies by media type; null stands for a file's bytes. */
  body?: Record<string, z.ZodType | null>
  /** True where a request may carry an Idempotency-Key. */
  once?: true
  problems: readonly ProblemKind[]
}

function operation<Path, Query, Answer>(
  wanted: TokenOperation<Path, Query, Answer>,
): TokenOperation<Path, Query, Answer> {
  return wanted
}

const ALWAYS = ['invalid', 'signed-out', 'forbidden', 'rate-limited'] as const
const READS = { method: 'get', scope: 'read:drafts', status: 200 } as const

export const listDrafts = operation({
  ...READS,
  id: 'listDrafts',
  path: '/interviews',
  summary: 'Interviews at the desk, the newest first',
  pathInput: noQuery,
  query: draftsQuery,
  answer: draftListSchema,
  problems: ALWAYS,
})

export const getDraft = operation({
  ...READS,
  id: 'getDraft',
  path: '/interviews/{id}',
  summary: 'One interview as it stands at the desk, with its claims',
  pathInput: idPath,
  query: noQuery,
  answer: draftSchema,
  problems: [...ALWAYS, 'not-found'],
})

export const getDraftChanges = operation({
  ...READS,
  id: 'getDraftChanges',
  path: '/interviews/{id}/changes',
  summary: 'What changed after a revision',
  pathInput: idPath,
  query: changesQuery,
  answer: draftChangesSchema,
  problems: [...ALWAYS, 'not-found'],
})

export const getDraftTranscript = operation({
  ...READS,
  id: 'getDraftTranscript',
  path: '/interviews/{id}/transcript',
  summary: 'The transcript as a file',
  pathInput: idPath,
  query: draftTranscriptQuery,
  answer: null,
  problems: [...ALWAYS, 'not-found'],
})

export const loadInterview = operation({
  id: 'loadInterview',
  method: 'post',
  path: '/interviews',
  summary: 'Loads a transcript, which makes an interview',
  description:
    'Send JSON with the text, or a form with the file in `file` and the same fields as JSON in `about`. What you leave out is as the file has it. The file is saved whole or not at all; a refusal names the lines. The same bytes are not loaded twice unless `loadAgain` says so.',
  scope: 'write:transcripts',
  pathInput: noQuery,
  query: noQuery,
  answer: loadedSchema,
  status: 201,
  body: {
    'application/json': loadBodySchema,
    'multipart/form-data': z.object({
      file: z.string().describe('The file.'),
      about: loadWishesSchema.optional(),
    }),
  },
  once: true,
  problems: [...ALWAYS, 'conflict', 'too-large'],
})

export const putRecording = operation({
  id: 'putRecording',
  method: 'put',
  path: '/interviews/{id}/recording',
  summary: 'Gives an interview its recording: the body is the file',
  scope: 'write:transcripts',
  pathInput: idPath,
  query: noQuery,
  answer: recordingSetSchema,
  status: 200,
  body: { 'application/octet-stream': null },
  problems: [...ALWAYS, 'not-found', 'too-large'],
})

/** In the order of the document. */
export const TOKEN_OPERATIONS: readonly TokenOperation[] = [
  loadInterview,
  putRecording,
  listDrafts,
  getDraft,
  getDraftChanges,
  getDraftTranscript,
]
