import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Whether a browser can be opened. Where tests run unwatched it must be; elsewhere what needs it is left out, loudly. */
export function hasBrowser(): boolean {
  if (existsSync(executablePath)) return true;
  const message = `There is no Chromium at ${executablePath}: install it, or set CHROMIUM_PATH.`;
  if (process.env['CI'] === 'true') throw new Error(message);
  process.stderr.write(`\nLEFT OUT: the tests in a browser. ${message}\n\n`);
  return false;
}

/** Nothing that the browser itself would fetch from other machines. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Watched {
  readonly page: Page;
  /** Where each request of the page went. */
  readonly origins: ReadonlySet<string>;
  /** What the page complained of: errors, and whatever its policy forbade. */
  readonly complaints: readonly string[];
}

/** Of a narrow phone, in pixels. */
export const phoneWidth = 360;
export const tabletWidth = 768;
/** Of a phone, a tablet and a desk, in pixels. */
export const widths = [phoneWidth, tabletWidth, 1_440];

let launched: Promise<Browser> | undefined;

// For the file of tests that imports this.
afterAll(async () => {
  await (await launched)?.close();
});

/**
 * A page that shares nothing with others, closed when the test is over. The tests of a file share the browser. Open it after the
 * servers: what is opened last is closed first, and a server that ends waits some seconds for browsers that keep their connections.
 *
 * @param options.hasTouch whether it is that of a phone.
 */
export async function openPage({ hasTouch = false }: { readonly hasTouch?: boolean } = {}): Promise<Watched> {
  const browser = await (launched ??= chromium.launch({ executablePath, args }));
  const device = hasTouch
    ? { viewport: { width: phoneWidth, height: 800 }, hasTouch, isMobile: true }
    : { viewport: { width: 1400, height: 900 } };
  const context = await browser.newContext(device);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  // What is waited for must come; the timeout of the test ends the wait.
  page.setDefaultTimeout(0);
  const origins = new Set<string>();
  const complaints: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    // A data: address holds what it names; nothing is fetched.
    if (!url.startsWith('data:')) origins.add(new URL(url).origin);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return { page, origins, complaints };
}
