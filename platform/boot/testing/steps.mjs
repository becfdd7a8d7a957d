import fs from 'node:fs'
import path from 'node:path'
import { buildBundles } from '../build.mjs'
import { layerProblems } from '../check-layers.mjs'
import { ensureGenerated } from '../generate.mjs'
import { ROOT } from '../places.mjs'
import { runTool, say, seconds } from '../tools.mjs'

const bin = (file) => path.join(ROOT, 'node_modules', file)
const one = (ok, detail) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, detail: ok ? '' : detail })

/** A tool that passes or fails as a whole. */
function tool(name, file, ...args) {
  return {
    name,
    run: async (env) => {
      const { code, output } = await runTool(process.execPath, [bin(file), ...args], { env })
      return one(code === 0, output)
    },
  }
}

const format = tool('format', '@biomejs/biome/bin/biome', 'format', '.')
const lint = tool('lint', '@biomejs/biome/bin/biome', 'lint', '.')
const knip = tool('unused code', 'knip/bin/knip.js', '--no-progress')

/** Types of routes are made by Next first; a clean checkout has none. */
const types = {
  name: 'types',
  run: async (env) => {
    const made = await runTool(process.execPath, [bin('next/dist/bin/next'), 'typegen'], { env })
    const { code, output } = await runTool(
      process.execPath,
      [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'],
      { env },
    )
    return one(made.code === 0 && code === 0, `${made.code ? made.output : ''}${output}`)
  },
}

const layers = {
  name: 'layers',
  run: async () => {
    const problems = layerProblems()
    return one(problems.length === 0, problems.join('\n'))
  },
}

/** In a process of its own: the engine is a single instance. */
const drift = {
  name: 'schema and migrations',
  run: async (env) => {
    const { code, output } = await runTool(process.execPath, ['platform/boot/run.cjs', 'db', 'diff'], { env })
    return one(
      code === 0,
      `schema.prisma says more than the migrations do; npm run db -- migrate-dev NAME writes it down.\n${output}`,
    )
  },
}

/** What runs beside Next is bundled first: tests of background work start the bundled thread. */
const bundles = {
  name: 'bundles',
  run: async () => {
    await buildBundles()
    return one(true)
  },
}

function failedTests(report) {
  return (report.testResults ?? []).flatMap((file) => {
    const name = path.relative(ROOT, file.name)
    const failed = file.assertionResults.filter((test) => test.status !== 'passed')
    if (file.status === 'failed' && failed.length === 0) return [`${name}: ${file.message}`]
    return failed.map(
      (test) => `${name}: ${test.fullName}: ${test.failureMessages?.join('\n') || test.status}`,
    )
  })
}

/** Vitest's projects. A test that was skipped did not keep its promise, so it counts as failed. */
function vitest(output) {
  return {
    name: 'unit and database tests',
    run: async (env) => {
      const file = path.join(output, 'vitest.json')
      const args = [bin('vitest/vitest.mjs'), 'run', '--reporter=json', `--outputFile=${file}`]
      const { code, output: words } = await runTool(process.execPath, args, {
        env: { ...env, NODE_ENV: 'test' },
      })
      const report = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined
      if (!report) return { passed: 0, failed: 1, detail: words }
      const problems = failedTests(report)
      const unexplained = code !== 0 && problems.length === 0
      return {
        passed: report.numPassedTests,
        failed: problems.length + (unexplained ? 1 : 0),
        detail: unexplained ? words : problems.join('\n\n'),
      }
    },
  }
}

/** Every check that needs no browser, roughly the quickest first. */
export function checks(output) {
  return [bundles, format, lint, layers, types, drift, knip, vitest(output)]
}

/** Runs steps one after the other and says how each ended. */
export async function runSteps(steps, env) {
  await ensureGenerated()
  const total = { passed: 0, failed: 0 }
  for (const step of steps) {
    const from = Date.now()
    let result
    try {
      result = await step.run(env)
    } catch (error) {
      result = { passed: 0, failed: 1, detail: error.message }
    }
    total.passed += result.passed
    total.failed += result.failed
    const count = result.passed + result.failed > 1 ? ` ${result.passed} passed` : ''
    const mark = result.failed ? `FAILED (${result.failed})` : 'ok'
    say(`${step.name.padEnd(26)}${mark}${count}  ${seconds(Date.now() - from)}`)
    if (result.failed) say(`${indent(result.detail)}\n`)
  }
  return total
}

function indent(text) {
  const lines = text.trim().split('\n')
  const shown =
    lines.length > 120
      ? [...lines.slice(0, 90), `… ${lines.length - 110} lines left out …`, ...lines.slice(-20)]
      : lines
  return shown.map((line) => `    ${line}`).join('\n')
}
