import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

const shared = {
  resolve: {
    alias: {
      '@': root.replace(/\/$/, ''),
      // Its only purpose is to fail in a browser bundle; tests are neither.
      'server-only': fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)),
    },
  },
}

/** What no test file is in, other than a build or somebody's data. */
const exclude = ['**/node_modules/**', '.next*/**', 'data/**', 'e2e/**']

export default defineConfig({
  ...shared,
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.db.test.ts', 'platform/boot/**'],
          environment: 'node',
          // Pure files keep nothing from one test file to the next, so each module is loaded once a process.
          isolate: false,
          // A busy machine is slow, not wrong: a limit only ends what hangs.
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude,
          environment: 'node',
          globalSetup: ['platform/boot/testing/database-server.mjs'],
          setupFiles: ['platform/boot/testing/own-database.mjs'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        // Real processes in temporary folders: slower, and each on its own.
        test: {
          name: 'boot',
          include: ['platform/boot/**/*.test.{ts,mjs}'],
          exclude,
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
