// How benchmarks measure and print: medians of several runs, wall and CPU, both sides and their ratio. They
// inform and never pass or fail: a busy machine is no defect of the code.

import { performance } from 'node:perf_hooks';

export interface Measurement {
  readonly wallMs: number;
  /** CPU of this process and, where it can be read, of the server it worked with. */
  readonly cpuMs: number;
}

/** Runs `work` once. `serverCpuMs` reads the CPU another process has used so far. */
export async function measure(
  work: () => Promise<void> | void,
  serverCpuMs: () => number = () => 0,
): Promise<Measurement> {
  const cpu = process.cpuUsage();
  const server = serverCpuMs();
  const started = performance.now();
  await work();
  const wallMs = performance.now() - started;
  const used = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (used.user + used.system) / 1000 + serverCpuMs() - server };
}

export interface Side {
  readonly name: string;
  /** What one run did, in units of the table. */
  readonly count: number;
  readonly runs: readonly Measurement[];
}

/**
 * One line a side: how many units a second of wall and of CPU (medians), and the ratio to the last side, which is the
 * one everything is held against.
 */
export function printSides(title: string, unit: string, sides: readonly Side[]): void {
  const rates = sides.map((side) => ({
    name: side.name,
    wall: rate(side, ({ wallMs }) => wallMs),
    cpu: rate(side, ({ cpuMs }) => cpuMs),
    runs: side.runs.length,
  }));
  const beside = rates.at(-1);
  const head = ['', `${unit}/s wall`, `${unit}/s CPU`, 'of wall', 'of CPU', 'runs'];
  const rows = rates.map(({ name, wall, cpu, runs }) => [
    name,
    whole(wall),
    whole(cpu),
    percent(wall / (beside?.wall ?? 1)),
    percent(cpu / (beside?.cpu ?? 1)),
    String(runs),
  ]);
  process.stdout.write(`${title}\n${layOut([head, ...rows])}\n`);
}

function rate({ count, runs }: Side, part: (run: Measurement) => number): number {
  return (count * 1000) / median(runs.map(part));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

function layOut(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const pad = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(pad).join('  ')}\n`).join('');
}
