import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { beforeEnd } from '@/platform/boot/lifecycle.mjs'

/** Requests as fast as they are answered, by a process of its own. */

export type Load = { perSecond: number; p50Ms: number; p99Ms: number; failures: number }
export type Tool = 'wrk' | 'autocannon'

/** wrk where it is installed, because it costs the machine least; else autocannon, which comes with the checkout. */
export function chooseTool(): Tool {
  return spawnSync('wrk', ['-v']).error ? 'autocannon' : 'wrk'
}

/** Asks for one address over `connections` connections for `seconds`. */
export async function loadOn(
  tool: Tool,
  url: string,
  { coding, connections, seconds }: { coding: string; connections: number; seconds: number },
): Promise<Load> {
  const header = ['-H', `Accept-Encoding: ${coding}`]
  const shape = ['-c', String(connections), '-d', String(seconds)]
  if (tool === 'wrk')
    return readWrk(
      await output('wrk', ['-t', '1', '--latency', '--timeout', '20s', ...shape, ...header, url]),
    )
  const program = fileURLToPath(import.meta.resolve('autocannon'))
  return readAutocannon(
    await output(process.execPath, [program, '--json', '--no-progress', ...shape, ...header, url]),
  )
}

function output(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    let said = ''
    beforeEnd(() => child.kill())
    child.stdout.on('data', (part) => {
      text += part
    })
    child.stderr.on('data', (part) => {
      said += part
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(text) : reject(new Error(`${command} failed: ${said}${text}`)),
    )
  })
}

function readWrk(text: string): Load {
  const number = (pattern: RegExp) => Number(text.match(pattern)?.[1] ?? Number.NaN)
  const ms = (percent: number) => {
    const [, value, unit = ''] = text.match(new RegExp(`${percent}%\\s+([\\d.]+)(us|ms|s)`)) ?? []
    return Number((Number(value) * ({ us: 0.001, ms: 1, s: 1000 }[unit] ?? Number.NaN)).toPrecision(4))
  }
  const errors = [...(text.match(/Socket errors:.*/)?.[0] ?? '').matchAll(/\d+/g)]
  const wrong = number(/Non-2xx or 3xx responses: (\d+)/)
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    p50Ms: ms(50),
    p99Ms: ms(99),
    failures: errors.reduce((sum, [digits]) => sum + Number(digits), 0) + (Number.isNaN(wrong) ? 0 : wrong),
  }
}

const autocannonSchema = z.object({
  requests: z.object({ average: z.number() }),
  latency: z.object({ p50: z.number(), p99: z.number() }),
  errors: z.number(),
  timeouts: z.number(),
  non2xx: z.number(),
})

function readAutocannon(text: string): Load {
  const json: unknown = JSON.parse(text)
  const { requests, latency, errors, timeouts, non2xx } = autocannonSchema.parse(json)
  return {
    perSecond: requests.average,
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    failures: errors + timeouts + non2xx,
  }
}
