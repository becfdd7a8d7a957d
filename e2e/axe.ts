import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * Axe on a page of ours: what is wrong in full, and of what is right only that it is. In the page itself, because we have no
 * frames from elsewhere that would need one of its own.
 */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true)
}
