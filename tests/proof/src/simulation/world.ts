// Everything of one run: two workers and a server of the product on one database, and the outside world.

import { seededRandom } from '@sendsale/std';
import type { JobDefinition } from '@sendsale/platform/jobs';
import type { PostgresPool } from 'kysely';
import { JOB_CATALOGUE } from 'sendsale/jobs';
import type { JobContext } from 'sendsale/jobs';
import { Fate } from './fate.ts';
import type { FatePlan } from './fate.ts';
import { SimNetSuite } from './netsuite/account.ts';
import { serveRestlets } from './netsuite/restlets.ts';
import type { Plant } from './plant.ts';
import { SimProcess } from './incarnation.ts';
import { Queue } from './queue.ts';
import { START } from './retailer.ts';
import { ShopifySide } from './shopify-side.ts';
import { SimClock } from './sim-clock.ts';
import { SimDisk } from './sim-disk.ts';
import { Trace } from './trace.ts';
import { NETSUITE_HOST, SHOPIFY_HOST, startWorker } from './worker.ts';
import type { Outside, Worker } from './worker.ts';

// The list of all orders comes as a file from an address of its own, which this world has not got; the
// reconciliation of a month is the one of two days, fifteen times over.
const LEFT_OUT = new Set(['list-orders', 'reconcile-month']);
/** What these count is what they looked at, and not what they changed. */
const LOOK_ONLY = new Set(['download-catalogue', 'download-inventory', 'reconcile']);

export const JOBS: readonly JobDefinition<JobContext>[] = JOB_CATALOGUE.filter(
  ({ name }) => !LEFT_OUT.has(name),
);

interface Seat {
  readonly process: SimProcess;
  worker: Worker;
}

export class World {
  readonly clock = new SimClock(START);
  readonly trace = new Trace();
  readonly fate: Fate;
  readonly disk: SimDisk;
  readonly shopify: ShopifySide;
  readonly netsuite: SimNetSuite;
  readonly queue: Queue;
  /** Orders the turns of jobs; no fault changes it. */
  readonly order;
  readonly #plant: Plant;
  readonly #outside: Outside;
  readonly #seats: readonly [Seat, Seat];
  readonly server: Seat;
  /** What the jobs did since it was last asked. */
  done = 0;
  crashes = 0;

  constructor(database: PostgresPool, plan: FatePlan, plant: Plant = {}) {
    this.#plant = plant;
    this.fate = new Fate(plan);
    this.order = seededRandom(plan.seed ^ 0x0de5);
    this.disk = new SimDisk(this.clock);
    this.shopify = new ShopifySide(this.clock);
    this.queue = new Queue(this.clock);
    const { clock, disk, fate, trace } = this;
    const alterFile = plant.alterFile ?? ((text: string) => text);
    this.netsuite = new SimNetSuite({ clock, disk, fate, trace, alterFile });
    const servers = new Map([
      [SHOPIFY_HOST, this.shopify.serve],
      [NETSUITE_HOST, serveRestlets(this.netsuite)],
    ]);
    this.#outside = { clock, database, disk, servers };
    this.#seats = [this.#sit('worker 1'), this.#sit('worker 2')];
    this.server = this.#sit('server');
    const [first, second] = this.#seats;
    first.process.overtake = async () => this.#overtake(second);
    second.process.overtake = async () => this.#overtake(first);
    this.server.process.overtake = async () => this.#overtake(first);
  }

  #sit(name: string): Seat {
    const process = new SimProcess(name, { fate: this.fate, trace: this.trace });
    return { process, worker: startWorker(this.#outside, process, this.queue) };
  }

  /** Runs one job that is due. @returns false when none is */
  async turn(): Promise<boolean> {
    this.netsuite.work();
    const due = this.queue.due();
    if (due.length === 0) return false;
    await this.#run(this.order.pick(this.#seats), this.order.pick(due));
    return true;
  }

  /** Another process gets ahead: any job may run there, also the one that is running here. */
  async #overtake(seat: Seat): Promise<void> {
    const other = { before: this.#seats.map(({ process }) => process.overtake) };
    for (const { process } of [...this.#seats, this.server]) process.overtake = null;
    try {
      await this.#run(seat, this.fate.pick(JOBS).name);
    } finally {
      for (const [index, { process }] of this.#seats.entries()) {
        process.overtake = other.before[index] ?? null;
      }
      this.server.process.overtake = async () => this.#overtake(this.#seats[0]);
    }
  }

  async #run(seat: Seat, name: string): Promise<void> {
    const job = JOBS.find((one) => one.name === name);
    if (job === undefined) return;
    const waiting = this.queue.claim(name);
    this.trace.add(`${seat.process.name} runs ${name} at ${this.clock.now().toISOString()}`);
    try {
      await seat.worker.run(this.#watched(job), waiting);
    } catch (error) {
      // The database failed under the job's own bookkeeping: the claim is taken back, as after a crash.
      this.trace.add(
        `${name} broke off: ${error instanceof Error ? error.message : String(error)}`,
      );
      this.queue.takeBack(name);
    }
    if (!seat.process.isDead) return;
    this.crashes += 1;
    this.queue.takeBack(name);
    this.restart(seat);
  }

  restart(seat: Seat): void {
    seat.process.restart();
    seat.worker = startWorker(this.#outside, seat.process, this.queue);
  }

  /** Everything is stopped and started again, and no run waits that waited before. */
  restartAll(): void {
    this.queue.clear();
    for (const seat of [...this.#seats, this.server]) this.restart(seat);
  }

  #watched(definition: JobDefinition<JobContext>): JobDefinition<JobContext> {
    const job = this.#plant.alterJob?.(definition) ?? definition;
    return {
      ...job,
      run: async (context, run) => {
        const outcome = await job.run(context, run);
        this.trace.add(`${job.name} did ${outcome.done}`);
        if (!LOOK_ONLY.has(job.name)) this.done += outcome.done;
        return outcome;
      },
    };
  }

  async close(): Promise<void> {
    await this.shopify.close();
  }
}
