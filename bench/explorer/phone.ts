import { chromium, type Browser, type Page } from 'playwright-core';
import { z } from 'zod';

/** A phone on a slow line. Latency is that of each request, as Chromium emulates it. */
export const phone = {
  width: 360,
  height: 740,
  /** How many times slower than this machine. */
  slowdown: 4,
  /** In bits per second. */
  downlink: 1_600_000,
  uplink: 750_000,
  /** In milliseconds. */
  roundTrip: 150,
} as const;

/** How a page loaded. */
export interface Loaded {
  /** When its frame was painted, in milliseconds since it was asked for. */
  readonly frame: number;
  /** When what was waited for was painted. */
  readonly readable: number;
  /** What it had loaded by then, without headers, in bytes: compressed, as it was sent. */
  readonly bytes: number;
  readonly requests: number;
}

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Runs in the page: notes when an element is there and has been painted. */
const noteWhenPainted = (selector: string) => `
  new MutationObserver((_, observer) => {
    if (document.querySelector(${JSON.stringify(selector)}) === null) return;
    observer.disconnect();
    // What is done in a task after a frame is done when the frame is painted.
    requestAnimationFrame(() => setTimeout(() => { window.readableAt = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });
`;

const loadedSchema = z.object({ frame: z.number(), readable: z.number(), bytes: z.number(), requests: z.number() });

/** Runs in the page. */
const whatWasLoaded = `(() => {
  if (window.readableAt === undefined) return null;
  const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  return {
    frame: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    readable: window.readableAt,
    bytes: entries.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    requests: entries.length,
  };
})()`;

/**
 * Loads a page with an empty cache, as a phone does.
 *
 * @param selector of an element that is there when the page can be read.
 */
export async function loadOnPhone(browser: Browser, address: string, selector: string): Promise<Loaded> {
  const { width, height } = phone;
  const context = await browser.newContext({ viewport: { width, height }, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    await slowDown(page);
    await page.addInitScript(noteWhenPainted(selector));
    await page.goto(address);
    for (;;) {
      const loaded: unknown = await page.evaluate(whatWasLoaded);
      if (loaded !== null) return loadedSchema.parse(loaded);
      await page.waitForTimeout(100);
    }
  } finally {
    await context.close();
  }
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: phone.roundTrip,
    downloadThroughput: phone.downlink / 8,
    uploadThroughput: phone.uplink / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: phone.slowdown });
}
