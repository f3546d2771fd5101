// `npm run bench screens`: with 100,000 orders in a real database and a real server, the time to a usable board, how even
// the list scrolls, and the p95 of the pages' calls under 50 reads a second, beside the same server's `/health`.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeOms } from '../../../apps/sendsale/src/compose.ts';
import { readEnvironment } from '@sendsale/platform/config';
import { PASSWORD } from '../../../tests/journeys/src/sample.ts';
import { BROWSER, launchBrowser } from '../../../tests/journeys/src/stage.ts';
import { startPostgres } from '../intake/throwaway-postgres.ts';
import { median } from '../measure.ts';
import { percentile, readAlone, readPages, signIn } from './read-pages.ts';
import type { Timed } from './read-pages.ts';
import { seedScreens } from './seed-screens.ts';
import { watchBrowser } from './watch-browser.ts';

const ORDERS = 100_000;
const READS_A_SECOND = 50;
const SECONDS = 20;
const ALONE = 10;
const PERSON = { email: 'administrator@shop.example', password: PASSWORD };

export async function run(args: readonly string[]): Promise<void> {
  const given = args[args.indexOf('--orders') + 1];
  const orders = args.includes('--orders') ? Number(given) : ORDERS;
  const postgres = process.env['DATABASE_URL'] === undefined ? await startPostgres() : null;
  const url = process.env['DATABASE_URL'] ?? postgres?.url;
  if (url === undefined) {
    console.log(
      '  no PostgreSQL is installed here, and DATABASE_URL is not set: nothing was measured',
    );
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'sendsale-bench-screens-'));
  const variables = {
    DATABASE_URL: url,
    SENDSALE_DATA_FOLDER: folder,
    SENDSALE_LOG_LEVEL: 'error',
    SENDSALE_WORKERS: '0',
    SENDSALE_HTTP_PORT: String(await freePort()),
  };
  let server: ChildProcess | null = null;
  try {
    await fill(variables, orders);
    server = await serve(variables);
    const site = `http://127.0.0.1:${variables.SENDSALE_HTTP_PORT}`;
    console.log(
      `  ${orders.toLocaleString('en-US')} orders, ${postgres?.version ?? 'DATABASE_URL'}`,
    );
    await reportReads(site);
    await reportBrowser(site);
  } finally {
    if (server !== null) await end(server);
    await postgres?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(variables: Readonly<Record<string, string>>, orders: number): Promise<void> {
  const oms = await composeOms(readEnvironment(variables), { workers: 0, name: 'bench' });
  try {
    await seedScreens(oms.db, orders);
  } finally {
    await oms.close();
  }
}

async function reportReads(url: string): Promise<void> {
  const cookie = await signIn(url, PERSON);
  const paths = await pagePaths(url, cookie);
  // Once each, so that plans and caches are as in the middle of a day.
  await readAlone({ url, cookie, paths, times: 1 });
  const alone = await readAlone({ url, cookie, paths, times: ALONE });
  const read = { url, cookie, perSecond: READS_A_SECOND, seconds: SECONDS };
  const timed = await readPages({ ...read, paths });
  const floor = await readPages({ ...read, paths: ['/health'], seconds: 5 });
  console.log(
    `  ${READS_A_SECOND} reads a second for ${SECONDS} s (ms: asked alone; median, p95, worst)`,
  );
  for (const path of paths) {
    const of = (all: readonly Timed[]) => all.filter((one) => one.path === path);
    printTimes(path, of(timed), of(alone));
  }
  printTimes('all pages together', timed, alone);
  printTimes('beside: /health', floor, []);
}

async function pagePaths(url: string, cookie: string): Promise<string[]> {
  const list = '/api/order-list?limit=100';
  const answer = await fetch(url + list, { headers: { cookie } });
  const page = (await answer.json()) as { orders: { id: string }[]; next: string | null };
  const order = encodeURIComponent(page.orders.at(-1)?.id ?? '');
  return [
    '/api/board',
    list,
    `${list}&after=${encodeURIComponent(page.next ?? '')}`,
    `${list}&status=CREATED,HOLD,APPROVED`,
    `${list}&q=%231005.2`,
    `${list}&problem=true`,
    `/api/orders/${order}`,
    `/api/orders/${order}/explanation`,
    '/api/problems/causes',
    '/api/feeds',
    '/api/reconciliation/days',
    '/api/brokering/runs',
    '/api/places',
  ];
}

function printTimes(name: string, timed: readonly Timed[], alone: readonly Timed[]): void {
  const ms = timed.map((one) => one.ms);
  const failed = timed.filter(({ status }) => status !== 200).length;
  const own = median(alone.map((one) => one.ms));
  const shown = [own, median(ms), percentile(ms, 0.95), Math.max(...ms)].map((one) =>
    (Number.isNaN(one) ? '–' : one.toFixed(1)).padStart(9),
  );
  const note = failed === 0 ? '' : `  ${failed} of ${timed.length} failed`;
  console.log(`  ${name.slice(0, 58).padEnd(60)}${shown.join('')}${note}`);
}

async function reportBrowser(url: string): Promise<void> {
  if (BROWSER === undefined) {
    console.log('  no Chromium is installed here: what a person waits for was not measured');
    return;
  }
  const browser = await launchBrowser(BROWSER);
  try {
    const waits = await watchBrowser(browser, { url, ...PERSON });
    const said = (ms: readonly number[]): string =>
      `${Math.round(ms[0] ?? Number.NaN)} ms first, ${Math.round(median(ms.slice(1)))} ms after (median)`;
    console.log(`  to a usable board: ${said(waits.boardMs)}`);
    console.log(`  to the first rows of the orders: ${said(waits.ordersMs)}`);
    console.log(
      `  scrolled to row ${waits.rowsScrolled}: longest frame ${Math.round(waits.longestFrameMs)} ms`,
    );
  } finally {
    await browser.close();
  }
}

async function serve(variables: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const entry = fileURLToPath(new URL('../../../apps/sendsale/bin/sendsale.js', import.meta.url));
  const server = spawn(process.execPath, [entry, 'serve'], {
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const health = `http://127.0.0.1:${variables['SENDSALE_HTTP_PORT']}/health`;
  while (server.exitCode === null) {
    const isUp = await fetch(health).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return server;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The server ended with ${server.exitCode} before it answered.`);
}

async function end(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  // Listening TCP servers have addresses of this kind.
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
