import { axeFaults } from '@/e2e/desk-pages'
import { buildSearched, ownWord } from '@/e2e/searched-page'
import { expect, test } from '@/e2e/sign-in'

test('a reader searches from any page, is understood, narrows, and comes to the words themselves', async ({
  page,
}) => {
  const word = ownWord('quibble')
  const { slug, person } = await buildSearched(word, 28)
  await page.goto('/')
  await page.getByRole('searchbox').fill(`${word.replace('quibble', 'qiubble')} Stane`)
  await page.getByRole('search').getByRole('button', { name: 'Search' }).click()

  const status = page.getByRole('status').first()
  await expect(status).toContainText(`Showing results for ${word} Stane`)
  const results = page.locator('.found')
  await expect(results).toHaveCount(20)
  await expect(results.first().locator('mark').first()).toHaveText(word)
  expect(await axeFaults(page)).toEqual([])

  await page.getByRole('link', { name: /^False 7/ }).click()
  await expect(results).toHaveCount(7)
  await expect(page.getByRole('link', { name: /^False 7/ })).toHaveAttribute('aria-current', 'true')
  await page.getByRole('link', { name: /^False 7/ }).click()
  await page.getByRole('link', { name: 'More results' }).click()
  await expect(results).toHaveCount(9)
  await page.getByRole('link', { name: 'First results' }).click()
  await page.getByRole('link', { name: /^In transcripts 1/ }).click()
  await expect(results).toHaveCount(1)
  await results.getByRole('link', { name: `Ottoline ${word} in` }).click()
  await expect(page).toHaveURL(new RegExp(`/interviews/${slug}\\?t=9#t1$`))

  await page.goto(`/search?q=${word.replace('quibble', 'qiubble')}`)
  await page.getByRole('link', { name: 'Search for exactly that' }).click()
  await expect(page.getByRole('status').first()).toContainText('Nothing that we published says all of')
  expect(await axeFaults(page)).toEqual([])
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex')

  // A person's claims, a page at a time, older and back.
  await page.goto(`/people/${person.slug}`)
  await expect(page.getByText('not how honest')).toBeVisible()
  const claims = page.locator('.claim-cards > li')
  await expect(claims).toHaveCount(25)
  await page.getByRole('link', { name: 'Older claims' }).click()
  await expect(claims).toHaveCount(3)
  await expect(claims.last()).toContainText('seen 1 times')
  await page.getByRole('link', { name: 'Newer claims' }).click()
  await expect(claims).toHaveCount(25)
  await page.getByText('Narrow further').click()
  await page.getByRole('link', { name: /^Challenged on air 6/ }).click()
  await expect(claims).toHaveCount(6)
  expect(await axeFaults(page)).toEqual([])
  await claims.first().getByRole('link', { name: 'seen 26 times' }).click()
  await page.getByText('Share this check').click()
  await expect(page.getByLabel('Address')).toHaveValue(/\/claims\/26$/)
  await page.getByRole('link', { name: 'Claim 27' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('seen 27 times')
})

test('every list of readers’ says what it is, and axe finds nothing on it', async ({ page }) => {
  test.setTimeout(120_000)
  const word = ownWord('brambling')
  const { person } = await buildSearched(word, 2)
  const lists = ['/', `/claims?person=${person.slug}`, '/people', `/topics/topic-${word}`, '/corrections']
  for (const path of [...lists, '/interviews', '/topics', '/methodology', '/about', '/search']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1)
    expect.soft(await axeFaults(page), path).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const path of ['/', `/search?q=${word}`]) {
    await page.goto(path)
    expect.soft(await axeFaults(page), `${path}, dark`).toEqual([])
  }
})
