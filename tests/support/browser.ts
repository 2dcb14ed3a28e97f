import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { findChromium } from './chromium.ts';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const REPORT_BREACHES = `
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(\`content security policy: \${effectiveDirective} blocked \${blockedURI}\`);
  });`;

type Cookie = Parameters<BrowserContext['addCookies']>[0][number];

export interface PageOptions {
  /** Where to go; the page is as it is once its load event has come. */
  readonly url: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** What the page takes for the present; its timers go on. */
  readonly now?: Date;
  /** Troubles that the test is about: those that match one of these are none. */
  readonly expected?: readonly RegExp[];
  /** What it has kept of earlier visits, such as a `KlaxonProcess` has. */
  readonly cookies?: readonly Cookie[];
  /** More of what the browser is like: cookies, `isMobile`, another time zone … */
  readonly context?: BrowserContextOptions;
}

export interface OpenedPage {
  readonly page: Page;
  /** What went wrong in this page and those that it opened, in words. */
  readonly troubles: readonly string[];
}

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, ...env } });
}

/** A page in a browser profile of its own, of which all that goes wrong is written down. */
export async function openWatched(
  browser: Browser,
  {
    url,
    viewport = DESKTOP,
    colorScheme = 'light',
    now,
    expected = [],
    cookies = [],
    context,
  }: PageOptions,
): Promise<OpenedPage> {
  const profile = await browser.newContext({
    viewport,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...context,
  });
  await profile.addCookies([...cookies]);
  const troubles: string[] = [];
  await watch(profile, (trouble) => {
    if (!expected.some((pattern) => pattern.test(trouble))) troubles.push(trouble);
  });
  const page = await profile.newPage();
  if (now) await page.clock.setFixedTime(now);
  await page.goto(url);
  return { page, troubles };
}

async function watch(profile: BrowserContext, report: (trouble: string) => void): Promise<void> {
  profile.on('console', (message) => {
    if (message.type() === 'error')
      report(`console: ${message.text()} (${message.location().url})`);
  });
  profile.on('weberror', (failure) => {
    const error = failure.error();
    report(`error: ${error.stack ?? error.message}`);
  });
  profile.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Given up by the page itself: it went elsewhere, or no longer wants the answer.
    if (reason !== 'net::ERR_ABORTED') report(`request: ${reason} ${request.url()}`);
  });
  profile.on('page', (page) => page.on('crash', () => report('the page crashed')));
  // Chromium says it in the console too, but not of every directive in the same way.
  await profile.addInitScript({ content: REPORT_BREACHES });
}
