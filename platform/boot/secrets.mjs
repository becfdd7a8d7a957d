import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { readJson, writePrivate } from './places.mjs'
import { onDisk, Stop } from './stop.mjs'

const NAMES = ['NEXTAUTH_SECRET']

/**
 * The installation's secrets, made on the first start and kept in the data folder with mode 0600. What the
 * environment already sets wins and is not written down.
 * @returns {Record<string, string>} by the name of their environment variable
 */
export function ensureSecrets(data, env = process.env) {
  const file = path.join(data, 'secrets.json')
  const kept = readJson(file)
  if (fs.existsSync(file) && (typeof kept !== 'object' || kept === null)) {
    throw new Stop(
      `${file} is damaged; put it back from a backup, or remove it to make new secrets (everybody signs in again).`,
    )
  }
  const secrets = { ...kept }
  for (const name of NAMES) secrets[name] ??= crypto.randomBytes(32).toString('base64url')
  if (NAMES.some((name) => kept?.[name] !== secrets[name]))
    writePrivate(file, `${JSON.stringify(secrets, null, 2)}\n`)
  onDisk(file, () => fs.chmodSync(file, 0o600))
  return Object.fromEntries(NAMES.map((name) => [name, env[name] || secrets[name]]))
}
