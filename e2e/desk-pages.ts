import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { axe } from '@/e2e/axe'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt, publishBuilt } from '@/prisma/factories/publication'

const LONG = 'Wilhelmina Featherstonehaugh-Montgomery-Cholmondeley of the Donaudampfschifffahrtsgesellschaft'

/** Every address of the desk, as the folder of its routes has them: a new page cannot be forgotten. */
export function deskPages(interviewId: string): string[] {
  const root = path.resolve('app')
  return readdirSync(path.join(root, 'desk'), { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.name === 'page.tsx')
    .map((entry) => `/${path.relative(root, entry.parentPath).split(path.sep).join('/')}`)
    .map((address) =>
      address.replace('/interviews/[id]', `/interviews/${interviewId}`).replace('[pair]', '1..desk'),
    )
    .sort()
}

/** An interview and its people with names that are longer than anybody planned for. */
export async function buildLongNames() {
  const member = await buildMember(db(), { name: LONG, role: 'editor' })
  const interview = await buildInterview(db())
  const shown = await buildClaim(db(), interview, { writers: [member.id] })
  const editor = await buildMember(db(), { role: 'editor' })
  await approveBuilt(editor, shown.id)
  await publishBuilt(editor, interview.id)
  // What follows differs from what is published.
  await db().interview.update({ where: { id: interview.id }, data: { title: `${LONG}: ${LONG}` } })
  await buildClaim(db(), interview, {
    assigneeId: member.id,
    writers: [member.id],
    claimReviewed: `${LONG} ${LONG} ${LONG}`,
    evidence: [{ title: LONG, url: `https://register.example/${'archive-of-everything/'.repeat(12)}` }],
  })
  return interview
}

/** Rules that a theme can break; everything else is the same in both. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** What axe finds. Rows are alike, and other tests make hundreds: a few stand for all. */
export async function axeFaults(page: Page, { colours = false } = {}) {
  const builder = colours ? axe(page).withRules(OF_COLOUR) : axe(page)
  const { violations } = await builder
    .exclude('tbody tr:nth-child(n+8)')
    .exclude('main li:nth-child(n+12)')
    .analyze()
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 5).map(({ html }) => html) }))
}
