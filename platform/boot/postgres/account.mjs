import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { Stop } from '../stop.mjs'

function look(name) {
  const line = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return line ? { name, uid: Number(uid), gid: Number(gid) } : undefined
}

/** Names of this machine's accounts by number, for sentences. */
export function accountName(uid) {
  try {
    const line = fs
      .readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.split(':')[2] === String(uid))
    return line?.split(':')[0] ?? String(uid)
  } catch {
    return String(uid)
  }
}

/**
 * PostgreSQL refuses to run as root, and initdb wants an account that the machine knows by name. So root lends
 * it one: `postgres` where it exists, else a new system account `claimline`, else `nobody`. Two starts at once
 * may both try to add the account; whoever loses finds it there.
 * @returns undefined for an ordinary user, who runs it as themselves
 */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return undefined
  const existing = look('postgres') ?? look('claimline')
  if (existing) return existing
  for (const [command, ...args] of [
    [
      'useradd',
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/usr/sbin/nologin',
      'claimline',
    ],
    ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', 'claimline'],
  ]) {
    spawnSync(command, args, { stdio: 'ignore' })
    const made = look('claimline')
    if (made) return made
  }
  const nobody = look('nobody')
  if (nobody) return nobody
  throw new Stop(
    'PostgreSQL does not run as root, and no account for it could be made; start Claimline as an ordinary user or set DATABASE_URL.',
  )
}

/** Can this account really enter or run the path? Tried, not computed: lists of rights and mounts have a say too. */
export function accountReaches(account, target) {
  if (!account) return true
  const tried = spawnSync('/bin/sh', ['-c', 'test -x "$1" && { test ! -d "$1" || cd "$1"; }', 'sh', target], {
    uid: account.uid,
    gid: account.gid,
    cwd: '/',
    stdio: 'ignore',
  })
  return tried.status === 0
}
