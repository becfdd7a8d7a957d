import { axeFaults, buildLongNames, deskPages } from '@/e2e/desk-pages'
import { expect, test } from '@/e2e/sign-in'

for (const colorScheme of ['light', 'dark'] as const)
  test(`every page of the desk says what it is, and axe finds nothing on it, ${colorScheme}`, async ({
    page,
    signInAs,
  }) => {
    test.setTimeout(180_000)
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await signInAs(page, 'admin')
    await page.emulateMedia({ colorScheme })
    const titles = new Map<string, string>()
    for (const address of deskPages((await buildLongNames()).id)) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 }), address).toHaveCount(1)
      if (address.endsWith('/desk')) continue // leads on to the interviews
      titles.set(address, await page.title())
      expect.soft(await axeFaults(page, { colours: colorScheme === 'dark' }), address).toEqual([])
    }
    // Two tabs are told apart by their titles.
    expect([...new Set(titles.values())].sort()).toEqual([...titles.values()].sort())
    expect(complaints).toEqual([])
  })
