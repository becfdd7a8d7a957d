import { randomBytes } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import { afterAll, inject } from 'vitest'
import { createFrom, dropDatabase } from './scratch-server.mjs'

// Runs before each database test file: the file gets a migrated database of its own, so files run side by side.
const { url, template } = inject('scratchServer')
const name = `claimline_test_${process.pid}_${randomBytes(4).toString('hex')}`

process.env.DATABASE_URL = await createFrom(url, template, name)
process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('base64url')
process.env.CLAIMLINE_DATA = path.join(os.tmpdir(), name)
process.env.LOG_LEVEL ??= 'silent'

afterAll(() => dropDatabase(url, name)) // also where a test left its connections open
