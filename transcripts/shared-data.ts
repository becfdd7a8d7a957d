import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** A path under `../shared/data`, where real files lie beside a working copy that are no part of it; null without it. */
export function sharedData(...path: string[]): string | null {
  const full = join(ROOT, '..', 'shared', 'data', ...path)
  return existsSync(full) ? full : null
}

/** Registers tests on real transcripts; where the folder is absent, one test that says so. */
export function onRealFiles(what: string, register: (read: (file: string) => Uint8Array) => void): void {
  const folder = sharedData('transcripts')
  // Whole transcripts on a busy machine: what is tested is the outcome, not the time.
  describe(what, { timeout: 60_000 }, () => {
    if (folder === null) {
      it('is tried on samples only: ../shared/data is not here', () => expect(sharedData()).toBeNull())
      return
    }
    register((file) => new Uint8Array(readFileSync(join(folder, file))))
  })
}
