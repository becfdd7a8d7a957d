import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from './places.mjs'

const read = (name) => fs.readFileSync(path.join(ROOT, name), 'utf8')
const compose = parse(read('compose.yaml'))
const docker = read('Dockerfile')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => ({ word: line.split(' ')[0], rest: line.slice(line.indexOf(' ') + 1).trim() }))
const lines = (word) => docker.filter((line) => line.word === word).map((line) => line.rest)

test('every secret in compose.yaml must be given: none has a default', () => {
  const settings = Object.values(compose.services).flatMap((service) =>
    Object.entries(service.environment ?? {}),
  )
  const secret = settings.filter(([name]) => /PASSWORD|SECRET|DATABASE_URL/.test(name))
  expect(secret.map(([name]) => name).sort()).toEqual([
    'DATABASE_URL',
    'NEXTAUTH_SECRET',
    'POSTGRES_PASSWORD',
  ])
  for (const [, value] of secret) expect(value).toMatch(/\$\{[A-Z_]+:\?[^}]+\}/)
})

test('the application waits for a healthy database and keeps its data in volumes that are declared', () => {
  expect(compose.services.app.depends_on.database.condition).toBe('service_healthy')
  expect(compose.services.database.healthcheck.test.join(' ')).toContain('pg_isready')
  for (const service of Object.values(compose.services)) {
    for (const volume of service.volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0])
  }
})

test('the application is published to this machine alone', () => {
  for (const port of compose.services.app.ports) expect(port).toMatch(/^127\.0\.0\.1:/)
  expect(compose.services.database.ports).toBeUndefined()
})

test('images are named by their version', () => {
  const stages = lines('FROM').flatMap((line) => line.match(/ AS (\S+)$/)?.[1] ?? [])
  const images = [...lines('FROM').map((line) => line.split(' ')[0]), compose.services.database.image]
  for (const image of images.filter((name) => !stages.includes(name))) expect(image).toMatch(/:\d+\.\d+/)
})

test('everything the Dockerfile copies from the project is there', () => {
  const sources = lines('COPY')
    .filter((line) => !line.includes('--from='))
    .flatMap((line) => line.split(/\s+/).slice(0, -1))
  expect(sources.length).toBeGreaterThan(0)
  for (const source of sources) expect(fs.existsSync(path.join(ROOT, source)), source).toBe(true)
})

test('the container does not run as root, and secrets and data stay out of the image', () => {
  expect(lines('USER').at(-1)).toBe('node')
  const left = read('.dockerignore').split('\n')
  expect(left).toEqual(expect.arrayContaining(['.env*', 'data', 'node_modules', '.git']))
})

test('the container starts Claimline by the same entry as npm start', () => {
  const start = JSON.parse(read('package.json')).scripts.start
  expect(JSON.parse(lines('CMD').at(-1)).join(' ')).toBe(start)
})
