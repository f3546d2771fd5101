// A journey: what somebody of a role came for, done in a browser of some size.

import { join } from 'node:path';
import axe from 'axe-core';
import type { Role } from '@sendsale/api';
import type { Oms } from '../../../apps/sendsale/src/compose.ts';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PASSWORD } from './sample.ts';
import { PICTURES } from './stage.ts';
import type { Stage } from './stage.ts';

export type Size = 'desktop' | 'tablet' | 'phone';

export interface Scene {
  readonly page: Page;
  readonly url: string;
  /** What is stored, to assert on. */
  readonly oms: Oms;
  readonly shopUrl: string;
  /** Comes in at the door, and waits for the frame. */
  readonly comeIn: (role: Role) => Promise<void>;
  /** Runs axe and keeps a picture, in light and dark. */
  readonly look: (name: string) => Promise<void>;
}

export interface Journey {
  readonly name: string;
  /** The first is the one it is mostly done on. */
  readonly sizes: readonly Size[];
  /** What the browser logs of the troubles that the journey makes on purpose. */
  readonly troubles?: RegExp;
  readonly walk: (scene: Scene) => Promise<void>;
}

const SIZES = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 834, height: 1112 },
  phone: { width: 390, height: 844 },
} as const;
const WAIT_MS = 30_000;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Walks the journey in a window of its own; a page that throws or logs an error fails it. */
export async function walk(stage: Stage, journey: Journey, size: Size): Promise<void> {
  const context = await stage.browser.newContext({
    viewport: SIZES[size],
    hasTouch: size !== 'desktop',
    isMobile: size !== 'desktop',
    locale: 'en-US',
  });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  try {
    await journey.walk({
      page,
      url: stage.url,
      oms: stage.oms,
      shopUrl: stage.shopUrl,
      comeIn: async (role) => comeIn(stage, page, role),
      look: async (name) => look(page, `${name}-${size}`),
    });
  } catch (error) {
    await page.screenshot({ path: join(PICTURES, `failed-${size}.png`) });
    throw error;
  } finally {
    await context.close();
  }
  expect(faults.filter((fault) => journey.troubles?.test(fault) !== true)).toEqual([]);
}

async function comeIn({ url }: Stage, page: Page, role: Role): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Email').fill(`${role.toLowerCase()}@shop.example`);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('.shell').waitFor();
}

const TWO_FRAMES =
  'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';

async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Until it is drawn in the other colours.
    await page.evaluate(TWO_FRAMES);
    await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}.png`) });
    await bringAxe(page);
    const found = await page.evaluate(async (rules) => {
      // axe was brought into the page above.
      const { axe: inPage } = globalThis as unknown as { readonly axe: typeof axe };
      const { violations } = await inPage.run({ runOnly: rules });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      );
    }, RULES);
    expect([name, colorScheme, found]).toEqual([name, colorScheme, []]);
  }
}

/** Half a megabyte of script, so once a document. */
async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
}
