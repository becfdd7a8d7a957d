#!/usr/bin/env node
// Stands in for Prisma's native schema engine (PRISMA_SCHEMA_ENGINE_BINARY), so that Prisma downloads nothing.
// `generate`, `validate` and `format` only want it to exist. The rest speaks the engine's own protocol, lines of
// JSON-RPC, over its WebAssembly build, so `prisma migrate status|diff` and `db pull|execute` work too.
import readline from 'node:readline'

const argv = process.argv.slice(2)
const values = (name) => argv.flatMap((word, index) => (word === name ? [argv[index + 1]] : []))

function databaseUrl() {
  const [given] = values('--datasource')
  for (const read of [(text) => text, (text) => Buffer.from(text, 'base64').toString()]) {
    try {
      return JSON.parse(read(given)).url
    } catch {
      // the next form
    }
  }
  return given ?? process.env.DATABASE_URL
}

function failure(error) {
  const data = {
    is_panic: false,
    message: String(error?.message ?? error),
    error_code: error?.code ?? null,
    meta: error?.meta ?? {},
  }
  return { error: { code: 4466, message: 'An error happened. Check the data field for details.', data } }
}

async function serve() {
  const { loadEngine } = await import('./schema-engine.mjs')
  let engine
  let before = Promise.resolve()
  const print = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  const answer = async ({ id, method, params }) => {
    try {
      engine ??= await loadEngine(databaseUrl(), values('--datamodels'))
      const result = (await engine[method](params)) ?? null
      if (method === 'diff' && result?.stdout != null) {
        print({ method: 'print', params: { content: result.stdout }, id: 1e6 + id })
      }
      print({ id, result })
    } catch (error) {
      print({ id, ...failure(error) })
    }
  }
  const lines = readline.createInterface({ input: process.stdin })
  lines.on('line', (line) => {
    const message = line.trim() ? JSON.parse(line) : {}
    if (message.method) before = before.then(() => answer(message))
  })
  lines.on('close', () => before.finally(() => process.exit(0)))
}

async function commandLine(command) {
  const { ensureDatabase } = await import('./postgres/ask.mjs')
  try {
    if (command === 'drop-database') throw new Error('Claimline does not drop databases through Prisma.')
    await ensureDatabase(databaseUrl())
  } catch (error) {
    const fields = { message: error.message, error_code: 'P1001', is_panic: false }
    console.error(
      JSON.stringify({
        level: 'ERROR',
        target: 'schema_engine::logger',
        fields,
        timestamp: new Date().toISOString(),
      }),
    )
    process.exit(1)
  }
}

const command = argv.find((word) =>
  ['can-connect-to-database', 'create-database', 'drop-database'].includes(word),
)
if (argv[0] === '--version') console.log('schema-engine-cli webassembly')
else if (argv.includes('cli') && command) await commandLine(command)
else await serve()
