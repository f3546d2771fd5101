// Starts deployments when their schedules are due by the account's clock.

import { nextOccurrence } from '../sdf/recurrence.ts';
import type { AccountClock } from './clock.ts';
import type { ProjectDeployment, ProjectScript } from '../sdf/project.ts';
import type { Registry } from './registry.ts';
import type { Tasks } from './tasks.ts';

export interface Scheduler {
  /** Moves the clock on and runs what falls due on the way, one instant after the other, each to its end. */
  readonly advanceTo: (at: Date) => Promise<void>;
  /** Moves the clock on and starts nothing, as if no schedule had fallen due on the way. */
  readonly jumpTo: (at: Date) => void;
  /** Forgets what fell due before now. */
  readonly jumpOver: () => void;
  /** Checks the clock every second. */
  readonly start: () => void;
  readonly stop: () => void;
}

export interface SchedulerParts {
  readonly clock: AccountClock;
  readonly registry: Registry;
  readonly tasks: Tasks;
}

interface Due {
  readonly script: ProjectScript;
  readonly deployment: ProjectDeployment;
  readonly at: Date;
}

export function createScheduler({ clock, registry, tasks }: SchedulerParts): Scheduler {
  let checkedUntil = clock.now();
  let timer: NodeJS.Timeout | null = null;

  // A slot that comes while the previous run is unfinished is lost. [assumed]
  const startDue = (until: Date): void => {
    for (const { script, deployment } of dueBetween(registry, checkedUntil, until)) {
      tasks.start(script, deployment, { how: 'scheduled' });
    }
    checkedUntil = until;
  };
  return {
    advanceTo: async (at) => {
      for (;;) {
        const next = firstDue(registry, checkedUntil);
        if (next === null || next > at) break;
        clock.stopAt(next);
        startDue(next);
        await tasks.queue.idle();
      }
      clock.stopAt(at);
      startDue(at);
      await tasks.queue.idle();
    },
    jumpTo: (at) => {
      clock.stopAt(at);
      checkedUntil = at;
    },
    jumpOver: () => {
      checkedUntil = clock.now();
    },
    start: () => {
      timer ??= setInterval(() => {
        startDue(clock.now());
      }, 1_000).unref();
    },
    stop: () => {
      if (timer !== null) clearInterval(timer);
      timer = null;
    },
  };
}

function* scheduled(registry: Registry): Generator<Pick<Due, 'script' | 'deployment'>> {
  for (const script of registry.scripts()) {
    for (const deployment of script.deployments) {
      if (deployment.schedule === null) continue;
      const { status, isDeployed } = registry.state(script, deployment);
      if (isDeployed && status === 'SCHEDULED') yield { script, deployment };
    }
  }
}

// Only the deployments with an occurrence in the span, each once, however many slots it missed.
function dueBetween(registry: Registry, after: Date, until: Date): readonly Due[] {
  return [...scheduled(registry)].flatMap(({ script, deployment }) => {
    const at = deployment.schedule === null ? null : nextOccurrence(deployment.schedule, after);
    return at !== null && at <= until ? [{ script, deployment, at }] : [];
  });
}

function firstDue(registry: Registry, after: Date): Date | null {
  const all = [...scheduled(registry)].flatMap(({ deployment }) => {
    const at = deployment.schedule === null ? null : nextOccurrence(deployment.schedule, after);
    return at === null ? [] : [at.getTime()];
  });
  return all.length === 0 ? null : new Date(Math.min(...all));
}
