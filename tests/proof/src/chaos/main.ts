// npm run chaos -- --orders 2000 --kills 100 [--seed 1]: the product as processes, killed again and again while
// orders come in; then everything must have arrived once, and the books must agree.

import { seededRandom } from '@sendsale/std';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { judge } from './judge.ts';
import type { Judgement } from './judge.ts';
import { ringAll, shipRound } from './people.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { makeTrouble, startAgain } from './troubles.ts';

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '100' },
    kills: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});
const orders = Number(values.orders);
const kills = Number(values.kills);
const seed = Number(values.seed);
const root = fileURLToPath(new URL('../../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sendsale-chaos-'));
const startedAt = Date.now();

/** Jobs whose schedule is minutes away; a person would not wait for them either. */
const POLLERS = ['download-orders', 'import-files', 'run-scripts', 'hand-over-files'];
const PATIENCE_MS = 300_000;
const PATIENCE_PER_ORDER_MS = 1_500;

function say(text: string): void {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  process.stderr.write(`${seconds.padStart(5)} s  ${text}\n`);
}

const stage = await openStage(root, folder);
let isOk = false;
try {
  isOk = await run(stage);
} finally {
  await stage.close();
  if (isOk && !values.keep) rmSync(folder, { recursive: true, force: true });
  else say(`Everything of this run lies in ${folder}`);
}
process.exitCode = isOk ? 0 : 1;

async function run(stage: Stage): Promise<boolean> {
  say(`The stage is set; ${orders} orders and ${kills} kills from seed ${seed}.`);
  const storm = { isOver: false };
  const ringing = ringAll(stage, { orders, seed, pauseMs: (kills * 2_000) / orders });
  const shipping = shipUntil(stage, storm);
  const counts = await makeTrouble(stage, seededRandom(seed), { kills, say });
  await ringing;
  storm.isOver = true;
  await shipping;
  for (const victim of stage.victims) if (!victim.isRunning) await startAgain(stage, victim.name);
  say(
    `${counts.kills} kills, ${counts.restarts} restarts of PostgreSQL; now everything may drain.`,
  );
  const result = await drain(stage);
  const givenUp = stage.all.flatMap((one) => one.givenUp);
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  process.stdout.write(
    `${JSON.stringify({ seed, ...counts, seconds, givenUp, ...result }, null, 2)}\n`,
  );
  return isClean(result) && givenUp.length === 0;
}

async function shipUntil(stage: Stage, storm: { readonly isOver: boolean }): Promise<void> {
  while (!storm.isOver) {
    await shipRound(stage);
    await sleep(1_000);
  }
}

function isClean(result: Judgement): boolean {
  const { lost, twice, differences, waiting } = result;
  return lost.length + twice.length + differences.length + waiting === 0;
}

async function drain(stage: Stage): Promise<Judgement> {
  const until = Date.now() + PATIENCE_MS + orders * PATIENCE_PER_ORDER_MS;
  for (;;) {
    for (const name of POLLERS) await stage.api.runJob(name);
    await shipRound(stage);
    await sleep(3_000);
    const result = await judge(stage);
    const { lost, twice, differences, waiting } = result;
    say(
      `${lost.length} lost, ${twice.length} twice, ${differences.length} differences, ${waiting} waiting`,
    );
    if (isClean(result) || Date.now() > until) return result;
  }
}
