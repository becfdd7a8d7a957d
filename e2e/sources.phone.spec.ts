import { axe } from '@/e2e/axe'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

test('on a phone, experts who disagree and a source being written fit the screen', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  await buildMember(db(), {
    name: 'Wilhelmina Featherstonehaugh-Montgomery of the Donaudampfschifffahrtsgesellschaft',
  })
  const interview = await buildInterview(db())
  const long = 'https://register.example/'.padEnd(300, 'without-a-break')
  const claim = await buildClaim(db(), interview, {
    status: 'researching',
    evidence: [
      {
        title: 'A talk with a very long title about harbours, pilots and what they remember',
        expert: 'Ola Reyn',
        stance: 'supports',
      },
      { title: 'Another talk', expert: 'Ivo Tal', stance: 'disputes' },
      { title: long, url: long, stance: 'context' },
    ],
  })
  await page.goto(`/desk/interviews/${interview.id}#claim-${claim.number}`)
  await expect(page.getByRole('heading', { name: 'Experts disagree' })).toBeVisible()
  await page.getByRole('button', { name: 'Add a source' }).tap()
  await page.getByLabel('Address').fill(long)
  await expect(page.getByRole('button', { name: 'Fill in from the page' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const panel = page.locator('#desk-panel')
  // Named, so that one sees what is too wide.
  const wide = await panel.evaluate((one) =>
    [...one.querySelectorAll('*')]
      .filter(
        (part) =>
          part.getBoundingClientRect().right > one.getBoundingClientRect().right + 1 ||
          (part.clientWidth > 0 &&
            part.scrollWidth > part.clientWidth + 1 &&
            getComputedStyle(part).overflowX === 'visible'),
      )
      .map((part) => part.outerHTML.slice(0, 160)),
  )
  expect([await panel.evaluate((one) => one.scrollWidth - one.clientWidth), ...wide]).toEqual([0])
  const { violations } = await axe(page).analyze()
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([])
})
