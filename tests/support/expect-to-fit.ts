import type { Page } from 'playwright-core';

/** Nothing of the page lies beyond the sides of its window, so nobody has to scroll to and fro. */
export async function expectToFit(page: Page): Promise<void> {
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  const window = page.viewportSize()?.width ?? 0;
  if (width > window)
    throw new Error(`${page.url()} is ${width} px wide in a window of ${window} px`);
}
