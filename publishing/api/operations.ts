// Longer than most files: one table of everything that the public API does, read by its routes, its document and its page.
import type { z } from 'zod'
import {
  claimPathInput,
  claimsQuery,
  listQuery,
  noQuery,
  searchQuery,
  slugPath,
  transcriptQuery,
} from '@/publishing/api/inputs'
import type { ProblemKind } from '@/publishing/api/problem'
import {
  changeListSchema,
  claimListSchema,
  claimSchema,
  interviewListSchema,
  interviewSchema,
  personListSchema,
  searchSchema,
  topicListSchema,
  transcriptSchema,
  verdictListSchema,
} from '@/publishing/api/resources'

/**
 * One address of the public API. `made` says what its bytes are made of, and so when they are made anew: all that is published,
 * or the newest publication at the slug in its path.
 */
export type PublicOperation<Path = unknown, Query = unknown, Answer = unknown> = {
  id: string
  /** Below the API's own address, parameters in braces. */
  path: string
  summary: string
  description?: string
  pathInput: z.ZodType<Path>
  query: z.ZodType<Query>
  answer: z.ZodType<Answer>
  problems: readonly ProblemKind[]
  made: 'of the site' | 'of a page'
}

function operation<Path, Query, Answer>(
  wanted: PublicOperation<Path, Query, Answer>,
): PublicOperation<Path, Query, Answer> {
  return wanted
}

const ofAPage = { problems: ['invalid', 'not-found', 'gone'], made: 'of a page' } as const
const ofTheSite = { pathInput: noQuery, problems: ['invalid'], made: 'of the site' } as const

export const listInterviews = operation({
  id: 'listInterviews',
  path: '/interviews',
  summary: 'Published interviews, the newest first publication first',
  query: listQuery,
  answer: interviewListSchema,
  ...ofTheSite,
})

export const getInterview = operation({
  id: 'getInterview',
  path: '/interviews/{slug}',
  summary: 'One interview: participants, chapters, what its claims come to, and its public history',
  pathInput: slugPath,
  query: noQuery,
  answer: interviewSchema,
  ...ofAPage,
})

export const getTranscript = operation({
  id: 'getTranscript',
  path: '/interviews/{slug}/transcript',
  summary: 'The words of an interview, by turns',
  pathInput: slugPath,
  query: transcriptQuery,
  answer: transcriptSchema,
  ...ofAPage,
})

export const listInterviewClaims = operation({
  id: 'listInterviewClaims',
  path: '/interviews/{slug}/claims',
  summary: 'All claims of an interview, in the order of the words',
  pathInput: slugPath,
  query: noQuery,
  answer: claimListSchema,
  ...ofAPage,
})

export const listClaims = operation({
  id: 'listClaims',
  path: '/claims',
  summary: 'Published claims of all interviews, the newest check first',
  query: claimsQuery,
  answer: claimListSchema,
  ...ofTheSite,
})

export const getClaim = operation({
  id: 'getClaim',
  path: '/claims/{slug}/{number}',
  summary: 'One claim with its check',
  pathInput: claimPathInput,
  query: noQuery,
  answer: claimSchema,
  ...ofAPage,
})

export const listPeople = operation({
  id: 'listPeople',
  path: '/people',
  summary: 'Everybody who speaks in a published interview, by name',
  description:
    'Counts are of what was checked, and what was checked was chosen: they say nothing about honesty.',
  query: listQuery,
  answer: personListSchema,
  ...ofTheSite,
})

export const listTopics = operation({
  id: 'listTopics',
  path: '/topics',
  summary: 'Topics of published claims, by name',
  query: listQuery,
  answer: topicListSchema,
  ...ofTheSite,
})

export const listVerdicts = operation({
  id: 'listVerdicts',
  path: '/verdicts',
  summary: 'Verdicts that published claims have, with their definitions as last published',
  query: noQuery,
  answer: verdictListSchema,
  ...ofTheSite,
})

export const listChanges = operation({
  id: 'listChanges',
  path: '/changes',
  summary: 'What readers were told of changes to published pages, newest first',
  query: listQuery,
  answer: changeListSchema,
  ...ofTheSite,
})

export const searchPublished = operation({
  id: 'search',
  path: '/search',
  summary: 'Search over published claims and the words of published interviews',
  query: searchQuery,
  answer: searchSchema,
  ...ofTheSite,
  problems: ['invalid', 'rate-limited'],
})

/** In the order of the document. */
export const PUBLIC_OPERATIONS: readonly PublicOperation[] = [
  listInterviews,
  getInterview,
  getTranscript,
  listInterviewClaims,
  listClaims,
  getClaim,
  listPeople,
  listTopics,
  listVerdicts,
  listChanges,
  searchPublished,
]
