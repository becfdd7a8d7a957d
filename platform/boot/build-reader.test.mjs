import fs from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { buildReader } from './build-reader.mjs'
import { ROOT } from './places.mjs'

const manifest = await buildReader()
const bytesOf = (address) => fs.readFileSync(path.join(ROOT, '.reader', path.basename(address)))

it('building again changes no name, so caches hold', async () => {
  expect(await buildReader()).toEqual(manifest)
})

it('every name that pages and the stylesheet use is there, and carries its content’s hash', () => {
  const css = bytesOf(manifest.css).toString()
  const named = [...css.matchAll(/url\(["']?(\/reader\/[^)"']+)/g)].map((match) => match[1])
  expect(named.length).toBeGreaterThan(3)
  for (const address of [
    ...named,
    manifest.css,
    manifest.player,
    manifest.reader,
    manifest.icon,
    ...manifest.fonts,
  ]) {
    expect(address).toMatch(/^\/reader\/[a-z][a-z0-9-]*-[A-Za-z0-9]{10}\.(css|js|svg|woff2)$/)
    expect(bytesOf(address).length).toBeGreaterThan(0)
  }
})

it('nothing is asked of anybody else', () => {
  expect(bytesOf(manifest.css).toString()).not.toMatch(/url\(["']?(https?:)?\/\/|@import/)
})

it('scripts and styles stay light', () => {
  const weight = (address) => brotliCompressSync(bytesOf(address)).length
  expect(weight(manifest.player) + weight(manifest.reader)).toBeLessThan(20_000)
  expect(weight(manifest.css)).toBeLessThan(30_000)
})
