import { axeFaults } from '@/e2e/desk-pages'
import { buildSearched, ownWord } from '@/e2e/searched-page'
import { expect, test } from '@/e2e/sign-in'

test('on a phone, a reader comes to the search by a link, and nothing is wider than the screen', async ({
  page,
}) => {
  const word = ownWord('plover')
  const { person } = await buildSearched(word, 3)
  await page.goto('/claims')
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill(word)
  await page.getByRole('searchbox').press('Enter')
  await expect(page.locator('.found')).toHaveCount(5)
  await page.getByText('Said between two days').click()
  await page.getByLabel('From').fill('2020-01-01')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/from=2020-01-01/)
  const fits = async () =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBe(360)
  await fits()
  expect(await axeFaults(page)).toEqual([])
  for (const path of ['/', `/people/${person.slug}`, '/corrections', '/methodology']) {
    await page.goto(path)
    await fits()
  }
})
