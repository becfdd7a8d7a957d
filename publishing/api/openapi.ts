import { z } from 'zod'
import { TOKEN_OPERATIONS, type TokenOperation } from '@/publishing/api/newsroom-operations'
import * as newsroom from '@/publishing/api/newsroom-resources'
import { PUBLIC_OPERATIONS, type PublicOperation } from '@/publishing/api/operations'
import { PROBLEMS, type ProblemKind } from '@/publishing/api/problem'
import * as resources from '@/publishing/api/resources'

/** JSON as the document holds it. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

const jsonSchema: z.ZodType<Json> = z.json()
const objectSchema = z.record(z.string(), jsonSchema)

/** Named schemas of the document: every other shape refers to these. */
const named = z.registry<{ id: string }>()
const NAMES: Record<string, z.ZodType> = {
  Verdict: resources.verdictSchema,
  CountedVerdict: resources.verdictCountSchema,
  InterviewSummary: resources.interviewSummarySchema,
  Interview: resources.interviewSchema,
  Transcript: resources.transcriptSchema,
  Claim: resources.claimSchema,
  Person: resources.personSchema,
  Topic: resources.topicSchema,
  Change: resources.siteChangeSchema,
  InterviewList: resources.interviewListSchema,
  ClaimList: resources.claimListSchema,
  ChangeList: resources.changeListSchema,
  PersonList: resources.personListSchema,
  TopicList: resources.topicListSchema,
  VerdictList: resources.verdictListSchema,
  Search: resources.searchSchema,
  Problem: resources.problemSchema,
  DraftList: newsroom.draftListSchema,
  Draft: newsroom.draftSchema,
  DraftChanges: newsroom.draftChangesSchema,
  Loaded: newsroom.loadedSchema,
  RecordingSet: newsroom.recordingSetSchema,
}
for (const [id, schema] of Object.entries(NAMES)) named.add(schema, { id })

/**
 * The OpenAPI 3.1 document of this API, made of the shapes that answers are parsed with and of the table that routes are made
 * of. Objects are left open: a later version of v1 may add fields, and a client must not fall over one.
 */
export function openApiDocument({ origin, siteName }: { origin: string; siteName: string }): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: `${siteName}: published fact-checks`,
      version: '1',
      description: DESCRIPTION,
    },
    servers: [{ url: `${origin}/api` }],
    tags: [
      { name: 'public', description: 'What readers see. No key, any origin.' },
      {
        name: 'newsroom',
        description: 'For a newsroom’s own systems, by a token that a member makes at the desk.',
      },
    ],
    paths: { ...publicPaths(), ...newsroomPaths() },
    components: {
      schemas: schemasOf(),
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Acts as the member who made it, with their role of that moment, within its scopes.',
        },
      },
    },
  }
}

const DESCRIPTION = `Everything here is made of what was published, and changes only with a publication.

Answers carry a strong ETag: send it as If-None-Match and an unchanged answer costs nothing. Lists go on at \`next\`, which is also in the Link header; a cursor names a place and stays right while other things are published. A parameter that is not named here is refused. Refusals are problem details (RFC 9457).

Fields may be added to v1, so ignore those you do not know; none is taken away or changes its meaning. What is to go is announced by the Deprecation and Sunset headers (RFC 9745, RFC 8594) at least twelve months before.`

function publicPaths(): { [path: string]: Json } {
  return Object.fromEntries(
    PUBLIC_OPERATIONS.map((operation) => [`/v1${operation.path}`, { get: publicGet(operation) }]),
  )
}

function newsroomPaths(): { [path: string]: Json } {
  const paths: { [path: string]: { [method: string]: Json } } = {}
  for (const operation of TOKEN_OPERATIONS) {
    const path = `/newsroom/v1${operation.path}`
    paths[path] = { ...paths[path], [operation.method]: byToken(operation) }
  }
  return paths
}

function byToken(operation: TokenOperation): Json {
  const { id, summary, description, scope, body, answer, status } = operation
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'Of your making. What is sent again with it within 30 days is answered, and not done again.',
    schema: { type: 'string', maxLength: 255 },
  }
  return {
    operationId: id,
    summary,
    ...(description ? { description } : {}),
    tags: ['newsroom'],
    security: [{ token: [scope] }],
    parameters: [
      ...parametersOf(operation.pathInput, 'path'),
      ...parametersOf(operation.query, 'query'),
      ...(operation.once ? [key] : []),
    ],
    ...(body ? { requestBody: { required: true, content: bodiesOf(body) } } : {}),
    responses: {
      [String(status)]: {
        description: status === 201 ? 'Done.' : 'As it stands.',
        content: answer
          ? { 'application/json': { schema: referTo(answer) } }
          : { '*/*': { schema: { type: 'string' } } },
      },
      ...problemsOf(operation.problems),
    },
  }
}

function bodiesOf(bodies: NonNullable<TokenOperation['body']>): { [type: string]: Json } {
  return Object.fromEntries(
    Object.entries(bodies).map(([type, shape]) => {
      if (!shape) return [type, {}]
      const schema = objectSchema.parse(shapeOf(shape))
      return [type, { schema }]
    }),
  )
}

function publicGet(operation: PublicOperation): Json {
  return {
    operationId: operation.id,
    summary: operation.summary,
    ...(operation.description ? { description: operation.description } : {}),
    tags: ['public'],
    parameters: [...parametersOf(operation.pathInput, 'path'), ...parametersOf(operation.query, 'query')],
    responses: {
      '200': {
        description: 'As published.',
        headers: {
          ETag: { description: 'Strong validator.', schema: { type: 'string' } },
          Link: { description: 'rel="next" where the list goes on (RFC 8288).', schema: { type: 'string' } },
        },
        content: { 'application/json': { schema: referTo(operation.answer) } },
      },
      '304': { description: 'You have it already.' },
      ...problemsOf(operation.problems),
    },
  }
}

type Parameter = { name: string; in: string; required: boolean; description?: string; schema: Json }

/** The parameters of an input's fields. */
export function parametersOf(input: z.ZodType, place: 'path' | 'query'): Parameter[] {
  const { properties, required } = z
    .object({ properties: z.record(z.string(), objectSchema), required: z.array(z.string()).default([]) })
    .parse(shapeOf(input))
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(typeof description === 'string' ? { description } : {}),
    schema,
  }))
}

function problemsOf(kinds: readonly ProblemKind[]): { [status: string]: Json } {
  return Object.fromEntries(
    kinds.map((kind) => [
      String(PROBLEMS[kind].status),
      {
        description: PROBLEMS[kind].means,
        content: { 'application/problem+json': { schema: referTo(resources.problemSchema) } },
      },
    ]),
  )
}

function referTo(schema: z.ZodType): Json {
  const name = named.get(schema)?.id
  if (!name) throw new Error('An answer’s shape has no name in the document.')
  return { $ref: `#/components/schemas/${name}` }
}

function schemasOf(): { [name: string]: Json } {
  const made = z.toJSONSchema(named, {
    uri: (id) => `#/components/schemas/${id}`,
    io: 'input',
    override: plain,
  })
  return Object.fromEntries(
    Object.entries(made.schemas).map(([name, schema]) => {
      const { $id: _id, $schema: _schema, ...rest } = schema
      return [name, jsonSchema.parse(rest)]
    }),
  )
}

function shapeOf(schema: z.ZodType): Json {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    override: plain,
    unrepresentable: 'any',
  })
  return jsonSchema.parse(rest)
}

/** Dates are said by their format; the expressions that zod tests them with are pages long. */
function plain({ jsonSchema: schema }: { jsonSchema: { format?: string; pattern?: string } }): void {
  if (schema.format?.startsWith('date')) delete schema.pattern
}
