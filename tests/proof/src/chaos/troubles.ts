// What is done to the stage, decided by a seed: processes are killed and come back a moment later, PostgreSQL is
// cut off every 5 to 10 seconds.

import type { Random } from '@sendsale/std';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from './stage.ts';

export interface TroubleCounts {
  kills: number;
  restarts: number;
}

/** Ends when so many processes were killed. */
export async function makeTrouble(
  stage: Stage,
  random: Random,
  wanted: { readonly kills: number; readonly say: (text: string) => void },
): Promise<TroubleCounts> {
  const counts = { kills: 0, restarts: 0 };
  let nextRestart = Date.now() + random.integer(5_000, 10_000);
  while (counts.kills < wanted.kills) {
    await sleep(random.integer(200, 2_000));
    if (Date.now() >= nextRestart) {
      stage.postgres.restart();
      counts.restarts += 1;
      nextRestart = Date.now() + random.integer(5_000, 10_000);
    }
    const victim = random.pick(stage.victims);
    if (!victim.isRunning) {
      await startAgain(stage, victim.name);
      continue;
    }
    await victim.kill();
    counts.kills += 1;
    wanted.say(`killed ${victim.name} (${counts.kills})`);
    await sleep(random.integer(0, 1_500));
    await startAgain(stage, victim.name);
  }
  return counts;
}

/** A process that cannot start (its database is away) is started again, as a service manager does. */
export async function startAgain(stage: Stage, name: string): Promise<void> {
  const one = stage.victims.find((victim) => victim.name === name);
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    try {
      await one?.start();
      return;
    } catch {
      await sleep(500);
    }
  }
  throw new Error(`${name} cannot be started any more.`);
}
