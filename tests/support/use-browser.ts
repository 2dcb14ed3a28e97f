import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, type OpenedPage, openWatched, type PageOptions } from './browser.ts';
import type { KlaxonProcess } from './klaxon-process.ts';

/**
 * A browser for the tests of a file. A test fails by whatever went wrong in its pages (an error in the
 * console or of a script, a breach of the content security policy, a failed request) unless it said
 * that it expects it.
 *
 * @param server where nobody signs in: its pages open as after a visit to the address that it printed
 */
export function useBrowser(server?: () => Pick<KlaxonProcess, 'cookies'>): {
  openPage(options: PageOptions): Promise<Page>;
} {
  let browser: Browser;
  let opened: OpenedPage[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterEach(async () => {
    const troubles = opened.flatMap((one) => one.troubles);
    for (const { page } of opened) await page.context().close();
    opened = [];
    if (troubles.length > 0) throw new Error(`In the browser:\n${troubles.join('\n')}`);
  });

  afterAll(async () => {
    await browser?.close();
  });

  return {
    async openPage(options) {
      const one = await openWatched(browser, {
        ...(server && { cookies: server().cookies }),
        ...options,
      });
      opened.push(one);
      return one.page;
    },
  };
}
