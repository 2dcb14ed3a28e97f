/**
 * Takes the pictures of the dashboard in docs/images, from a demo whose time stands still: the same at
 * every run. `npm run screenshots`, or with paths: `npm run screenshots -- / /incidents`.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createKlaxonClient } from '@klaxon/sdk';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { DESKTOP, launchBrowser, openWatched, PHONE } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startKlaxon } from '../support/klaxon-process.ts';

const NOW = '2026-11-24T12:00:00Z';
const OUT = fileURLToPath(new URL('../../docs/images', import.meta.url));
/** The incident of this service has alerts, notes and another that was merged into it. */
const SHOWN = 'search';
const PATHS = ['/', '/incidents', '/incidents/:id', '/analytics'];
const SCREENS = { desktop: DESKTOP, phone: PHONE };
const SCHEMES = ['light', 'dark'] as const;
/** What a page shows while it waits for its data. */
const WAITING = '[aria-busy=true], .mantine-Skeleton-root, .mantine-Loader-root';

const paths = process.argv.slice(2).length > 0 ? process.argv.slice(2) : PATHS;
const folder = mkdtempSync(join(tmpdir(), 'klaxon-screenshots-'));
mkdirSync(OUT, { recursive: true });
const server = await startKlaxon({ DATA_DIR: folder }, `demo --at ${NOW} --seed 7 --quiet`);
const browser = await launchBrowser();
try {
  const troubles = [];
  for (const path of paths)
    for (const [screen, viewport] of Object.entries(SCREENS))
      for (const colorScheme of SCHEMES) {
        const name = `${nameOf(path)}-${screen}-${colorScheme}`;
        troubles.push(...(await take(browser, name, path, { viewport, colorScheme })));
      }
  for (const trouble of new Set(troubles)) console.error(trouble);
  process.exitCode = troubles.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await server.end('SIGTERM');
  rmSync(folder, { recursive: true });
}

/** Answers what went wrong in the page. */
async function take(
  browser: Browser,
  name: string,
  path: string,
  look: { readonly viewport: typeof DESKTOP; readonly colorScheme: 'light' | 'dark' },
): Promise<readonly string[]> {
  const url = server.url + path.replace(':id', await shownIncident());
  const { page, troubles } = await openWatched(browser, {
    url,
    now: new Date(NOW),
    cookies: server.cookies,
    ...look,
  });
  await settled(page);
  const picture = await page.screenshot({ animations: 'disabled' });
  const file = join(OUT, `${name}.png`);
  const { size } = await sharp(picture).png({ palette: true, effort: 10 }).toFile(file);
  console.log(`${file}  ${Math.ceil(size / 1_000)} kB`);
  await page.context().close();
  return troubles.map((trouble) => `${name}: ${trouble}`);
}

async function shownIncident(): Promise<string> {
  const klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
  const query = { service: SHOWN, limit: 1 };
  const { data } = await klaxon.GET('/api/incidents', { params: { query } });
  return data?.incidents[0]?.id ?? '';
}

/** A live connection stays open, so a page is never without requests: it is ready when it shows its data. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await eventually(async () => ((await page.locator(WAITING).count()) === 0 ? true : null));
  await page.evaluate(
    'document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))',
  );
}

function nameOf(path: string): string {
  const words = path.replace('/incidents/:id', '/incident').split('/').filter(Boolean);
  return words.join('-') || 'overview';
}
