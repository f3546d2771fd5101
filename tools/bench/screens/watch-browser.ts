// What a person waits for, in a real browser: from opening the page to a board one can read, to the first rows of the
// orders, and how even the list scrolls.

import { performance } from 'node:perf_hooks';
import type { Stage } from '../../../tests/journeys/src/stage.ts';

type Browser = Stage['browser'];
type Page = Awaited<ReturnType<Browser['newPage']>>;

export interface Waits {
  /** From opening the address until the numbers of the board stand there; the first with an empty cache. */
  readonly boardMs: readonly number[];
  readonly ordersMs: readonly number[];
  /** The longest time between two frames while the list was scrolled through. */
  readonly longestFrameMs: number;
  readonly rowsScrolled: number;
}

const VISITS = 5;
const WHEEL_TURNS = 120;
const WHEEL_PIXELS = 600;

export async function watchBrowser(
  browser: Browser,
  site: { readonly url: string; readonly email: string; readonly password: string },
): Promise<Waits> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(site.url);
  await page.getByLabel('Email').fill(site.email);
  await page.getByLabel('Password').fill(site.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('.shell').waitFor();
  const boardMs: number[] = [];
  const ordersMs: number[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    boardMs.push(await waitFor(page, `${site.url}/board`, '.road__count'));
    ordersMs.push(await waitFor(page, `${site.url}/orders`, '.grid__body [role="row"]'));
  }
  const scrolled = await scroll(page);
  await context.close();
  return { boardMs, ordersMs, ...scrolled };
}

async function waitFor(page: Page, address: string, sign: string): Promise<number> {
  const started = performance.now();
  await page.goto(address);
  await page.locator(sign).first().waitFor();
  return performance.now() - started;
}

async function scroll(page: Page): Promise<Pick<Waits, 'longestFrameMs' | 'rowsScrolled'>> {
  await page.evaluate(COUNT_FRAMES);
  await page.locator('.grid__body').hover();
  for (let turn = 0; turn < WHEEL_TURNS; turn += 1) await page.mouse.wheel(0, WHEEL_PIXELS);
  await page.locator('.grid__body [data-index="0"]').waitFor({ state: 'detached' });
  const longestFrameMs = Number(await page.evaluate('frames.longest'));
  const last = page.locator('.grid__body [data-index]').last();
  return { longestFrameMs, rowsScrolled: Number(await last.getAttribute('data-index')) };
}

// Runs in the page, as text: what is there has no types here.
const COUNT_FRAMES = `
  globalThis.frames = { longest: 0, last: 0 };
  const tick = (now) => {
    if (frames.last > 0) frames.longest = Math.max(frames.longest, now - frames.last);
    frames.last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  0`;
