// npm run bench [name…]: each benchmark is a folder here with a `run` function; without a name all of them run.
// What follows `--` goes to the benchmark.

interface Benchmark {
  /** What it shows, in a line. */
  readonly about: string;
  readonly load: () => Promise<{ readonly run: (args: readonly string[]) => Promise<void> }>;
}

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  capture: {
    about: 'orders read in, and webhooks acknowledged beside a plain Fastify handler (issue 4)',
    load: async () => import('./capture/run.ts'),
  },
  intake: {
    about: 'orders accepted a second, beside PostgreSQL COPY of the same rows (issue 2)',
    load: async () => import('./intake/bench-intake.ts'),
  },
  export: {
    about: 'rows a second of the sales-order feed, beside csv-stringify on the same rows (issue 2)',
    load: async () => import('./export/bench-export.ts'),
  },
  brokering: {
    about: 'approved orders brokered and committed through the database, and a trial (issue 6)',
    load: async () => import('./brokering/bench-brokering.ts'),
  },
  netsuite: {
    about:
      "a script's N/* call and a CSV import of 1,000 orders in the NetSuite simulator (issue 3)",
    load: async () => import('./netsuite/run.ts'),
  },
  ledger: {
    about: 'orders a second through the export, with the ledger and without it (issue 5)',
    load: async () => import('./ledger/bench-ledger.ts'),
  },
  screens: {
    about:
      'time to a usable board with 100,000 orders, and p95 of the pages under 50 reads a second',
    load: async () => import('./screens/run.ts'),
  },
  routing: {
    about: 'plans against rules, other policies, exact optima and the bound (issue 6)',
    load: async () => import('./routing/run.ts'),
  },
};

async function main(argv: readonly string[]): Promise<void> {
  const firstOption = argv.findIndex((arg) => arg.startsWith('-'));
  const names = firstOption === -1 ? argv : argv.slice(0, firstOption);
  const options = firstOption === -1 ? [] : argv.slice(firstOption);
  const unknown = names.filter((name) => BENCHMARKS[name] === undefined);
  if (unknown.length > 0) {
    const known = Object.entries(BENCHMARKS).map(([name, { about }]) => `  ${name}: ${about}`);
    console.error(`There is no benchmark ${unknown.join(', ')}. There are:\n${known.join('\n')}`);
    process.exitCode = 1;
    return;
  }
  for (const name of names.length === 0 ? Object.keys(BENCHMARKS) : names) {
    console.log(`# ${name}`);
    const benchmark = await BENCHMARKS[name]?.load();
    await benchmark?.run(options);
  }
}

await main(process.argv.slice(2));
