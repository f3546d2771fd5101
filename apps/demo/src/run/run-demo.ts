// The demo from end to end: starts the world, rings the orders up, follows them, compares the books.

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { DEMO_PASSWORD } from '@sendsale/api';
import { nameDifferences, withoutDifferences } from '../result/named-differences.ts';
import type { NamedResult } from '../result/named-differences.ts';
import type { DemoResult } from '../result/result.ts';
import { STAFF } from '../retailer/people.ts';
import { sampleStock } from '../retailer/stock.ts';
import { generatedOrders } from '../scenarios/generated-orders.ts';
import { sampleScenarios } from '../scenarios/sample-scenarios.ts';
import type { LiveView } from '../view/live-view.ts';
import { liveView } from '../view/live-view.ts';
import { resultTable } from '../view/table.ts';
import { ringUp, scenarioCart } from '../wire/shopify-till.ts';
import { finish } from './finish.ts';
import { followOrders } from './follow-orders.ts';
import type { RungOrder } from './rung-order.ts';
import { leaveWork } from './leave-work.ts';
import { setScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { hasAcknowledgements, startWorld } from './world.ts';
import type { World } from './world.ts';

export interface DemoOptions {
  /** End when all orders have reached their end. */
  readonly once: boolean;
  /** Print nothing but the result on standard output. */
  readonly json: boolean;
  /** How many more orders to ring up, from `seed`. */
  readonly orders: number;
  readonly seed: number;
  readonly fresh: boolean;
  /** Once the books agree, tamper with them and see that it is named. */
  readonly tamper: boolean;
  readonly folder: string;
  readonly port: number;
  readonly command: readonly string[];
  /** The bundle is somebody else's: what it cannot do is named and is no failure of the road. */
  readonly isForeignBundle: boolean;
  /** Makes or finds the SDF project to install. */
  readonly bundle: () => Promise<string>;
  readonly output: Writable & { isTTY?: boolean; columns?: number };
  readonly errors: Writable & { isTTY?: boolean; columns?: number };
  /** Resolves when a person has had enough (Ctrl-C). */
  readonly interrupted: Promise<void>;
}

const STOCK_SEED = 20261124;
/** The published script that makes the directories on the server. */
const CREATE_DIRECTORIES = 'customscript_create_sftpdirectory';

/**
 * @returns the exit status: 0 only if every order ended where it should and the books agree; with somebody else's
 * bundle, but for the differences that are named.
 */
export async function runDemo(options: DemoOptions): Promise<number> {
  const startedAt = Date.now();
  const target = options.json ? options.errors : options.output;
  const view = liveView({
    stream: target,
    isTerminal: target.isTTY === true,
    columns: target.columns ?? 120,
  });
  prepareFolder(options, view);
  const world = await start(options, view);
  try {
    // Ours makes the directories it needs; for others it is the first thing an administrator does.
    if (options.isForeignBundle) await world.netsuite.runScript(CREATE_DIRECTORIES);
    const scene = await setScene(world);
    if (!options.once) view.say(screensWords(world.omsUrl));
    const rung = await ringAllUp(options, scene, view);
    const followed = await followOrders({ scene, rung, view });
    const how = { startedAt, tamper: options.tamper };
    const result = named(options, await finish(scene, followed, how));
    print(options, result);
    if (!options.once) {
      const left = await leaveWork(scene.shopifyUrl, sampleStock(STOCK_SEED));
      view.say(screensWords(world.omsUrl));
      view.say(`\n${left} more orders wait to be picked in New York.`);
      view.say(`\nLook around: ${world.omsUrl}/docs · npx sendsale order list · Ctrl-C ends it.`);
      await options.interrupted;
    }
    return result.ok ? 0 : 1;
  } finally {
    await world.stop();
    writeFileSync(cleanMark(options.folder), '');
  }
}

function screensWords(url: string): string {
  const people = STAFF.map(({ role, email }) => `  ${role.padEnd(13)}  ${email}`);
  return `\nScreens: ${url} · everybody's password is "${DEMO_PASSWORD}"\n${people.join('\n')}\n`;
}

async function start(options: DemoOptions, view: LiveView): Promise<World> {
  view.say('Starting Shopify, NetSuite, the SFTP server and the OMS …');
  const world = await startWorld({
    folder: options.folder,
    command: options.command,
    bundle: await options.bundle(),
    port: options.port,
    stock: sampleStock(STOCK_SEED),
  });
  view.say(`OMS ${world.omsUrl} · Shopify ${world.shopifyUrl} · NetSuite ${world.netsuiteUrl}`);
  return world;
}

async function ringAllUp(options: DemoOptions, scene: Scene, view: LiveView): Promise<RungOrder[]> {
  const samples = sampleScenarios(scene).map((scenario) => ({
    scenario: scenario.name,
    cart: scenarioCart(scenario),
    end: scenario.end,
    change: null,
  }));
  const stock = sampleStock(STOCK_SEED);
  const generated = generatedOrders(options.orders, options.seed, stock).map((order) => ({
    scenario: `generated-${order.kind}${order.change === null ? '' : `-${order.change.action.kind}`}`,
    cart: order.cart,
    end: null,
    change: order.change,
  }));
  const rung: RungOrder[] = [];
  for (const { cart, ...order } of [...samples, ...generated]) {
    const { legacyId, name } = await ringUp(scene.shopifyUrl, cart);
    rung.push({ ...order, shopifyId: legacyId, name });
  }
  view.say(`${rung.length} orders rung up.\n`);
  return rung;
}

function named({ isForeignBundle, folder }: DemoOptions, result: DemoResult): NamedResult {
  if (!isForeignBundle) return withoutDifferences(result);
  return nameDifferences(result, { acknowledges: hasAcknowledgements(folder) });
}

function print({ json, output }: DemoOptions, result: NamedResult): void {
  output.write(json ? `${JSON.stringify(result, null, 2)}\n` : `\n${resultTable(result)}\n`);
}

// The parts keep their state when they end in order. A demo that was killed left parts that do not fit
// each other any more, so the next one starts afresh.
function prepareFolder({ folder, fresh }: DemoOptions, view: LiveView): void {
  const isClean = existsSync(cleanMark(folder));
  if (existsSync(folder) && (fresh || !isClean)) {
    if (!fresh) view.say('The last demo was cut off; starting afresh.');
    rmSync(folder, { recursive: true });
  }
  mkdirSync(folder, { recursive: true });
  rmSync(cleanMark(folder), { force: true });
}

function cleanMark(folder: string): string {
  return join(folder, 'ended-in-order');
}
