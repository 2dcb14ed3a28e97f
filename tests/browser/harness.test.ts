import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, openWatched } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';

const PAGES: Readonly<Record<string, string>> = {
  '/script': `<script>throw new Error('broken on purpose')</script>`,
  '/console': `<script>console.error('said on purpose')</script>`,
  '/policy': `<meta http-equiv="content-security-policy" content="style-src 'none'"><style>p{}</style>`,
  '/missing': `<img src="/nothing.png" alt="">`,
  '/refused': `<img src="http://127.0.0.1:1/nothing.png" alt="">`,
  '/strict': `<meta http-equiv="content-security-policy" content="default-src 'none'"><img src="data:,">`,
};

let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  browser = await launchBrowser();
  server = createServer((request, response) => {
    const page = PAGES[request.url ?? ''];
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><html lang="en"><title>Test</title>${page}</html>`);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe('a watched page', () => {
  test.each([
    ['/script', /broken on purpose/],
    ['/console', /said on purpose/],
    ['/policy', /content security policy: style-src-elem/],
    ['/missing', /404 \(Not Found\).*nothing\.png/],
    ['/refused', /ERR_(CONNECTION_REFUSED|UNSAFE_PORT)/],
  ])('tells what goes wrong at %s', async (path, trouble) => {
    const { page, troubles } = await openWatched(browser, { url: origin + path });
    expect(troubles.join('\n')).toMatch(trouble);
    await page.context().close();
  });

  test('keeps quiet about what is expected', async () => {
    const expected = [/said on purpose/];
    const url = `${origin}/console`;
    const { page, troubles } = await openWatched(browser, { url, expected });
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('takes the given time for the present', async () => {
    const now = new Date('2026-11-24T12:00:00Z');
    const { page } = await openWatched(browser, { url: `${origin}/console`, now });
    expect(await page.evaluate(() => new Date().toISOString())).toBe(now.toISOString());
    await page.context().close();
  });

  test('is looked at by axe whatever its policy forbids', async () => {
    const url = `${origin}/strict`;
    const { page } = await openWatched(browser, { url, expected: [/data:/] });
    await expect(expectAccessible(page)).rejects.toThrow(/image-alt \(critical\).*<img/s);
    await page.context().close();
  });
});
