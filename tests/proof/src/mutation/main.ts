// npm run mutate [-- part]: changes the code of money, classification, transitions and the ledger in every way
// Stryker knows, and counts the changes that no test notices.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyRepository } from './copy-repository.ts';
import { readScores, writeTable } from './scores.ts';
import { MUTATION_TARGETS } from './targets.ts';
import type { MutationTarget } from './targets.ts';

/** Percent of the mutants that the tests must notice, of all parts together. */
const KILLED_MIN = 85;

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const wanted = process.argv.slice(2);
const targets = MUTATION_TARGETS.filter(
  ({ about }) => wanted.length === 0 || wanted.includes(about),
);
if (targets.length === 0) {
  const parts = MUTATION_TARGETS.map((one) => one.about).join(', ');
  process.stderr.write(`There is no part ${wanted.join(', ')}; the parts are ${parts}.\n`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'sendsale-mutants-'));
try {
  copyRepository(root, folder);
  const scores = targets.flatMap((target) => mutate(target));
  process.stdout.write(writeTable(scores));
  const killed = scores.reduce((sum, score) => sum + score.killed, 0);
  const total = scores.reduce((sum, score) => sum + score.total, 0);
  const percent = (100 * killed) / total;
  process.stdout.write(`${killed} of ${total} mutants killed: ${percent.toFixed(1)} %\n`);
  if (percent < KILLED_MIN) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function mutate(target: MutationTarget) {
  const report = join(folder, `${target.about}.json`);
  writeFileSync(join(folder, 'vitest.mutation.config.ts'), vitestConfig(target));
  const config = {
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.mutation.config.ts', related: false },
    plugins: ['@stryker-mutator/vitest-runner'],
    inPlace: true,
    mutate: target.files,
    coverageAnalysis: 'perTest',
    concurrency: 1,
    ignoreStatic: true,
    reporters: ['json', 'clear-text'],
    jsonReporter: { fileName: report },
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    disableTypeChecks: false,
    allowConsoleColors: false,
    timeoutMS: 30_000,
  };
  writeFileSync(join(folder, 'stryker.config.json'), JSON.stringify(config));
  const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const run = spawnSync(process.execPath, [stryker, 'run', 'stryker.config.json'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (run.status !== 0) throw new Error(`Stryker ended with ${run.status} on ${target.about}.`);
  return readScores(target.about, readFileSync(report, 'utf8'));
}

function vitestConfig({ tests }: MutationTarget): string {
  const include = tests.map((glob) => `${glob.replace(/\*\*$/, '**/*')}.{test,test-prop}.ts`);
  return `export default { test: {
    include: ${JSON.stringify(include)}, testTimeout: 60000, hookTimeout: 60000, isolate: false,
  } };\n`;
}
