import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runTool, say } from './tools.mjs'

/** Where an ordinary user's own copy is kept from one run to the next. */
function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
  try {
    fs.mkdirSync(path.join(base, 'claimline'), { recursive: true })
    return path.join(base, 'claimline')
  } catch {
    return path.join(os.tmpdir(), `claimline-cache-${process.getuid()}`)
  }
}

async function installAsRoot() {
  say('Installing Debian’s chromium (once) …')
  const install = () =>
    runTool('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      timeoutMs: 300_000,
    })
  await runTool('apt-get', ['update'], { timeoutMs: 120_000 })
  await install()
  return fs.existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined
}

/** apt's state in a folder of our own, so that no rights are needed to refresh lists and download. */
function aptOptions(folder) {
  for (const sub of ['lists/partial', 'archives/partial'])
    fs.mkdirSync(path.join(folder, sub), { recursive: true })
  return [
    '-o',
    `Dir::State::lists=${folder}/lists`,
    '-o',
    `Dir::Cache=${folder}`,
    '-o',
    `Dir::Cache::archives=${folder}/archives`,
  ].concat(['-o', 'Debug::NoLocking=1', '-o', 'APT::Install-Recommends=false'])
}

async function unpackAsUser() {
  const folder = path.join(cacheFolder(), 'debian')
  const root = path.join(folder, 'root')
  const starter = path.join(folder, 'chromium')
  if (fs.existsSync(starter)) return starter
  say('Fetching Debian’s chromium and its libraries into the cache folder (once) …')
  const options = aptOptions(folder)
  await runTool('apt-get', [...options, 'update'], { timeoutMs: 120_000 })
  const got = await runTool('apt-get', [...options, '--download-only', '-y', 'install', 'chromium'], {
    timeoutMs: 300_000,
  })
  const archives = path.join(folder, 'archives')
  const packages = fs.readdirSync(archives).filter((name) => name.endsWith('.deb'))
  if (got.code !== 0 || !packages.length) return undefined
  for (const name of packages) await runTool('dpkg-deb', ['-x', path.join(archives, name), root])
  fs.rmSync(archives, { recursive: true, force: true })
  const libraries = ['usr/lib', 'lib'].flatMap((base) => {
    const at = path.join(root, base)
    const triples = fs.existsSync(at) ? fs.readdirSync(at).filter((name) => name.includes('-linux-')) : []
    return triples.map((name) => path.join(at, name))
  })
  const program = path.join(root, 'usr/lib/chromium/chromium')
  // Without its set-user-id helper, which an ordinary user cannot unpack as such, the sandbox cannot start everywhere.
  const lines = [
    '#!/bin/sh',
    `export LD_LIBRARY_PATH="${libraries.join(':')}"`,
    `exec "${program}" --no-sandbox "$@"`,
    '',
  ]
  fs.writeFileSync(starter, lines.join('\n'), { mode: 0o755 })
  return starter
}

/** Debian's own package: installed by root, unpacked beside the system by anybody else. */
export async function debianBrowser() {
  if (!fs.existsSync('/usr/bin/apt-get')) return undefined
  return process.getuid?.() === 0 ? installAsRoot() : unpackAsUser()
}
