import { test as base, type Page } from '@playwright/test'
import type { Actor, Role } from '@/newsroom/roles'
import { sessionCookie } from '@/newsroom/session'
import { db } from '@/platform/db'
import { siteOrigin } from '@/platform/env'
import { buildMember } from '@/prisma/factories/member'

export { expect } from '@playwright/test'

/** Puts a session of this member into the page's browser, as signing in would. */
export async function enterAs(page: Page, member: { id: string; sessionVersion: number }): Promise<void> {
  const { name, value, httpOnly, secure } = await sessionCookie(member)
  await page.context().addCookies([{ name, value, httpOnly, secure, sameSite: 'Lax', url: siteOrigin() }])
}

/**
 * Makes a member of this role, of their own for each test, and signs the page in as them without the form.
 * @returns the member, as the actor of commands.
 */
export async function signInAs(
  page: Page,
  role: Role,
  name?: string,
): Promise<Actor & { sessionVersion: number }> {
  const member = await buildMember(db(), { role, ...(name ? { name } : {}) })
  await enterAs(page, member)
  return member
}

type Fixtures = {
  /** `const ada = await signInAs(page, 'editor')` */
  signInAs: typeof signInAs
}

/** Playwright's test with the sign-in fixture. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
  signInAs: async ({}, use) => use(signInAs),
})
