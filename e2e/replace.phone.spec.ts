import { axe } from '@/e2e/axe'
import { chooseClean, roughInterview } from './replace-sample'
import { expect, test } from './sign-in'

test('on a phone nothing of a replacement runs out of the screen, and everything is big enough to touch', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await roughInterview()
  await chooseClean(page, interview.id)
  await expect(page.getByRole('heading', { name: 'clean.txt' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const small = await page
    .locator('button:visible, input:visible:not([type=checkbox]), select:visible')
    .evaluateAll((controls) =>
      controls
        .filter((control) => control.getBoundingClientRect().height < 44)
        .map((control) => control.outerHTML),
    )
  expect(small).toEqual([])
  expect((await axe(page).analyze()).violations).toEqual([])
})
