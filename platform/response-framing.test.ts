import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BODY_ENCODING, BODY_LENGTH, installResponseFraming } from '@/platform/response-framing'

const body = gzipSync('Said once, sent as it was compressed.')
const server = createServer((_request, response) => {
  // As Next does it: headers of a route handler's answer are appended one by one.
  response.appendHeader(BODY_ENCODING, 'gzip')
  response.appendHeader(BODY_LENGTH, String(body.length))
  response.end(body)
})

beforeAll(async () => {
  installResponseFraming()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.close()
})

test('a route’s framing reaches the reader under its real names, and the private names do not', async () => {
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/`)
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(response.headers.get('content-length')).toBe(String(body.length))
  expect([...response.headers.keys()].filter((name) => name.startsWith('x-claimline'))).toEqual([])
  expect(await response.text()).toBe('Said once, sent as it was compressed.')
})
