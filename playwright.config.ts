import { defineConfig } from '@playwright/test'

/**
 * `npm test` builds, starts a server with its own database and says where they are; `npm test -- e2e SPEC` runs
 * one spec the same way. Nothing here starts a server.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: process.env.CLAIMLINE_TEST_OUTPUT ?? 'test-results',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.CLAIMLINE_TEST_REPORT
    ? [['line'], ['json', { outputFile: process.env.CLAIMLINE_TEST_REPORT }]]
    : [['line']],
  use: {
    baseURL: process.env.NEXTAUTH_URL,
    locale: 'en-GB',
    // Colours are measured as they stand, not halfway through a fade; and what moves is looked at by people.
    contextOptions: { reducedMotion: 'reduce' },
    // A trace is written as it goes, for tests that pass as well, and costs a fifth of the time: asked for, not always.
    trace: process.env.CLAIMLINE_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    video: 'off',
    launchOptions: {
      executablePath: process.env.CLAIMLINE_CHROMIUM,
      args: (process.env.CLAIMLINE_CHROMIUM_ARGS ?? '').split(' ').filter(Boolean),
      // Where no locale is set, Chromium can write no file name beyond ASCII and calls every download "download".
      env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } }, testIgnore: '**/*.phone.spec.ts' },
    {
      name: 'phone',
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
      testMatch: '**/*.phone.spec.ts',
    },
  ],
})
