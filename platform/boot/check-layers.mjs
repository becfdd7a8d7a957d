import fs from 'node:fs'
import path from 'node:path'
import { ROOT } from './places.mjs'

/** From the top down; a file may import from its own layer and those below it. */
const LAYERS = ['app', 'components', 'publishing', 'claims', 'transcripts', 'newsroom', 'platform']
const CLIENT = 'platform/generated/'
const CODE = /\.(tsx?|mjs|cjs|js)$/
const TEXT = /\.(tsx?|mjs|cjs|js|json|md|css|sql|prisma|ya?ml|sh|html|conf)$|Dockerfile$/
const TEST = /\.(test|spec)\.(tsx?|mjs)$/
const SKIP = new Set(['node_modules', 'generated', 'data', 'test-results', 'playwright-report'])
/** A path in some person's home or work folder on some machine. */
const MACHINE_PATH = new RegExp(
  `(?:^|["'\`\\s(=])/(?:${['home', 'root', 'Users', 'work', 'mnt'].join('|')})/[\\w.-]+`,
  'm',
)

function* walk(root, folder = '') {
  for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
    if (SKIP.has(entry.name) || (entry.name.startsWith('.') && entry.name !== '.ci')) continue
    const at = path.posix.join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(root, at)
    else yield at
  }
}

/**
 * The modules that a source file imports, re-exports or loads.
 * @returns {{specifier: string, typeOnly: boolean}[]} `typeOnly` when nothing of it is left at run time
 */
export function importsOf(source) {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
  const found = []
  for (const match of code.matchAll(/^\s*(?:import|export)\s+([^'";]*?)\s*from\s*['"]([^'"]+)['"]/gm)) {
    const names = match[1]
      .match(/^\{([\s\S]*)\}$/)?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean)
    const typeOnly =
      /^type\s/.test(match[1]) || Boolean(names?.length && names.every((name) => /^type\s/.test(name)))
    found.push({ specifier: match[2], typeOnly })
  }
  for (const match of code.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm))
    found.push({ specifier: match[1], typeOnly: false })
  for (const match of code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g))
    found.push({ specifier: match[1], typeOnly: false })
  return found
}

/** A specifier as a path in the project, or undefined for a package. */
function resolve(specifier, from, files) {
  let base
  if (specifier.startsWith('@/')) base = specifier.slice(2)
  else if (specifier.startsWith('.')) base = path.posix.join(path.posix.dirname(from), specifier)
  else return undefined
  return (
    ['', '.ts', '.tsx', '.mjs', '.js', '/index.ts']
      .map((end) => base + end)
      .find((file) => files.has(file)) ?? base
  )
}

const layerOf = (file) => LAYERS.indexOf(file.split('/')[0])
const isServerOnly = (source) =>
  /^\s*(\/\*[\s\S]*?\*\/\s*|\/\/.*\n\s*)*import 'server-only'/.test(source ?? '')

function importProblem({ file, target, typeOnly, files }) {
  const [own, other] = [layerOf(file), layerOf(target)]
  if (target.startsWith(CLIENT) && file !== 'platform/db.ts')
    return 'only platform/db.ts may import the generated Prisma client'
  if (own < 0 || TEST.test(file)) return undefined // tests, seeds and benches stand outside the layers
  if (other >= 0 && other < own)
    return `${LAYERS[own]} may not import from ${LAYERS[other]}, which lies above it`
  if (other < 0 && /^(prisma|e2e|bench)\//.test(target))
    return `${LAYERS[own]} may not import from ${target.split('/')[0]}`
  if (LAYERS[own] === 'components' && !typeOnly && isServerOnly(files.get(target))) {
    return 'components may import only pure files and types, and this one is server-only'
  }
  return undefined
}

function fileProblems(file, source) {
  const problems = []
  const name = path.posix.basename(file)
  if (/^index\.tsx?$/.test(name)) problems.push('no index files: import the module itself')
  if (layerOf(file) >= 0 && /(^|\/)(utils|helpers|misc)(\/|\.)/.test(file))
    problems.push('name it after what it is about')
  if (
    /^\s*['"]use client['"]/.test(source) &&
    !/\.island\.tsx$/.test(name) &&
    !/^app\/.*(error|global-error)\.tsx$/.test(file)
  ) {
    problems.push("a file with 'use client' is named *.island.tsx")
  }
  if (/^[a-z]+\/.*(^|\/)(store|queries)\.ts$/.test(file) && layerOf(file) > 1 && !isServerOnly(source)) {
    problems.push("it reads the database, so it starts with import 'server-only'")
  }
  return problems
}

/**
 * Everything in the project that breaks its own layout, one sentence each; empty when all is well.
 * @param root the checkout
 */
export function layerProblems(root = ROOT) {
  const names = [...walk(root)]
  const files = new Map(
    names
      .filter((file) => CODE.test(file))
      .map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]),
  )
  const problems = []
  for (const [file, source] of files) {
    for (const problem of fileProblems(file, source)) problems.push(`${file}: ${problem}`)
    for (const { specifier, typeOnly } of importsOf(source)) {
      const target = resolve(specifier, file, files)
      const problem = target && importProblem({ file, target, typeOnly, files })
      if (problem) problems.push(`${file}: imports ${specifier}; ${problem}`)
    }
  }
  for (const file of names.filter((name) => TEXT.test(name) && name !== 'package-lock.json')) {
    const found = fs.readFileSync(path.join(root, file), 'utf8').match(MACHINE_PATH)
    if (found) problems.push(`${file}: names a path of one machine (${found[0].trim()})`)
  }
  return problems.sort()
}
