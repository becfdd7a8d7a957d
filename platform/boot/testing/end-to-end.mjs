import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from '../build.mjs'
import { beforeEnd } from '../lifecycle.mjs'
import { ROOT } from '../places.mjs'
import { freePort } from '../ports.mjs'
import { loadSample } from '../prepare.mjs'
import { runTool, say, seconds } from '../tools.mjs'
import { serve } from '../web.mjs'
import { openMailServer } from './mail-server.mjs'
import { createFrom } from './scratch-server.mjs'

/** The environment of a server of our own: its port, database, data and secrets are nobody else's. */
async function ownWorld({ server, data, dist }) {
  const port = await freePort()
  const mail = await openMailServer(path.join(data, 'mail'))
  beforeEnd(mail.close)
  const env = {
    ...mail.env,
    CLAIMLINE_DATA: path.join(data, 'app'),
    CLAIMLINE_DIST: dist,
    DATABASE_URL: await createFrom(server.url, server.template, `claimline_e2e_${process.pid}`),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    NEXTAUTH_URL: `http://localhost:${port}`,
    LOG_LEVEL: 'error',
    // Tests come from many addresses, as visitors do: they say which, as a proxy would.
    CLAIMLINE_PROXIES: 'loopback',
  }
  fs.mkdirSync(env.CLAIMLINE_DATA, { recursive: true })
  return { port, env }
}

function* specsOf(suite, file) {
  for (const spec of suite.specs ?? []) yield { spec, file: suite.file ?? file }
  for (const inner of suite.suites ?? []) yield* specsOf(inner, suite.file ?? file)
}

/** Counts Playwright's report; like elsewhere, a test that was skipped has failed. */
export function readReport(report) {
  const result = { passed: 0, failed: 0, problems: [] }
  for (const error of report.errors ?? []) {
    result.failed++
    result.problems.push(error.message)
  }
  for (const { spec, file } of (report.suites ?? []).flatMap((suite) => [...specsOf(suite, suite.file)])) {
    for (const test of spec.tests) {
      if (test.status === 'expected') result.passed++
      else {
        result.failed++
        const reasons = test.results.flatMap((run) => run.errors ?? []).map((error) => error.message)
        result.problems.push(
          `e2e/${file} (${test.projectName}): ${spec.title}: ${reasons.join('\n') || test.status}`,
        )
      }
    }
  }
  return result
}

/** Where the time went: the slowest spec files with their seconds, so that a slow one is seen before it is one of many. */
export function slowest(report, count = 8) {
  const times = new Map()
  for (const { spec, file } of (report.suites ?? []).flatMap((suite) => [...specsOf(suite, suite.file)]))
    for (const { results } of spec.tests)
      for (const { duration } of results) times.set(file, (times.get(file) ?? 0) + duration)
  const first = [...times].sort((a, b) => b[1] - a[1]).slice(0, count)
  return first.map(([file, ms]) => `${file.replace('.spec.ts', '')} ${seconds(ms)}`).join(', ')
}

/**
 * Builds once, serves with a database of its own and runs Playwright.
 * @param args further words for Playwright, such as one spec
 */
export function endToEnd({ server, data, dist, browser, args = [] }) {
  return {
    name: 'browser tests',
    run: async () => {
      const { port, env } = await ownWorld({ server, data, dist })
      await ensureBuilt(env)
      await loadSample(env)
      const log = fs.createWriteStream(path.join(data, 'web.log'))
      const web = await serve({ mode: 'start', host: '127.0.0.1', port, env, log })
      beforeEnd(web.stop)
      const file = path.join(data, 'playwright.json')
      const { code, output } = await runTool(
        process.execPath,
        ['node_modules/@playwright/test/cli.js', 'test', ...args],
        {
          // Fixtures use the server's own modules, which `server-only` lets through under this condition alone.
          env: { ...env, ...browser, NODE_OPTIONS: '--conditions=react-server', CLAIMLINE_TEST_REPORT: file },
          cwd: ROOT,
        },
      )
      await web.stop()
      if (!fs.existsSync(file)) return { passed: 0, failed: 1, detail: output }
      const report = JSON.parse(fs.readFileSync(file, 'utf8'))
      const { passed, failed, problems } = readReport(report)
      say(`slowest specs: ${slowest(report)}`)
      const unexplained = code !== 0 && failed === 0
      const serverLog = failed
        ? `\n\nThe server's own words:\n${fs.readFileSync(path.join(data, 'web.log'), 'utf8').slice(-4000)}`
        : ''
      return {
        passed,
        failed: failed + (unexplained ? 1 : 0),
        detail: (unexplained ? output : problems.join('\n\n')) + serverLog,
      }
    },
  }
}
