import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importsOf, layerProblems } from './check-layers.mjs'
import { scratchFolder } from './testing/scratch-server.mjs'

let root

beforeEach(() => {
  root = scratchFolder('layers')
})
afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

function write(file, source) {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  fs.writeFileSync(path.join(root, file), source)
}

test('imports downwards and within a layer are fine', () => {
  write('platform/clock.ts', 'export const now = 1\n')
  write('claims/claim.ts', "import { now } from '@/platform/clock'\nexport const at = now\n")
  write('claims/span.ts', "import { at } from './claim'\nexport const span = at\n")
  expect(layerProblems(root)).toEqual([])
})

test('an import upwards is refused, however it is written', () => {
  write('claims/claim.ts', 'export const a = 1\n')
  write('transcripts/a.ts', "import { a } from '@/claims/claim'\nexport const b = a\n")
  write('transcripts/b.ts', "import { a } from '../claims/claim'\nexport const b = a\n")
  write('transcripts/c.ts', "export const b = () => import('@/claims/claim')\n")
  write('transcripts/d.ts', "export {\n  a,\n} from '@/claims/claim'\n")
  expect(layerProblems(root).map((line) => line.split(':')[0])).toEqual(
    ['a', 'b', 'c', 'd'].map((name) => `transcripts/${name}.ts`),
  )
})

test('only platform/db.ts imports the generated client, tests and seeds included', () => {
  for (const file of ['platform/db.ts', 'claims/store.test.ts', 'prisma/seed.ts']) {
    write(
      file,
      "import { PrismaClient } from '@/platform/generated/prisma/client'\nexport const c = PrismaClient\n",
    )
  }
  expect(layerProblems(root).map((line) => line.split(':')[0])).toEqual([
    'claims/store.test.ts',
    'prisma/seed.ts',
  ])
})

test('a component imports only types from a file that is server-only', () => {
  write('claims/queries.ts', "import 'server-only'\nexport type View = { a: 1 }\nexport const list = 1\n")
  write(
    'components/a.tsx',
    "import type { View } from '@/claims/queries'\nexport const A = (view: View) => view.a\n",
  )
  write(
    'components/b.tsx',
    "import { list, type View } from '@/claims/queries'\nexport const B = (view: View) => list\n",
  )
  expect(layerProblems(root)).toHaveLength(1)
  expect(layerProblems(root)[0]).toContain('components/b.tsx')
})

test('barrels, catch-all names and paths of one machine are refused', () => {
  const place = ['', 'home', 'somebody', 'x'].join('/')
  write('claims/index.ts', "export * from './claim'\n")
  write('claims/utils.ts', 'export const a = 1\n')
  write('docs/notes.md', `Look in ${place} first.\n`)
  expect(layerProblems(root).map((line) => line.split(':')[0])).toEqual([
    'claims/index.ts',
    'claims/utils.ts',
    'docs/notes.md',
  ])
})

test('an import in a comment is none', () => {
  expect(importsOf("// import a from 'x'\n/* import b from 'y' */\nimport c from 'z' // from 'w'\n")).toEqual(
    [{ specifier: 'z', typeOnly: false }],
  )
})
