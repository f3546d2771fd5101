// Stryker's report as one line a file.

import { z } from 'zod';

export interface Score {
  readonly about: string;
  readonly file: string;
  /** Noticed by a test, or by a run that never ended. */
  readonly killed: number;
  /** Every mutant that stands for a fault: those that do not compile or only run on import are left out. */
  readonly total: number;
}

const Report = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

const KILLED = ['Killed', 'Timeout'];
const COUNTED = [...KILLED, 'Survived', 'NoCoverage'];

export function readScores(about: string, report: string): Score[] {
  const { files } = Report.parse(JSON.parse(report));
  return Object.entries(files).map(([file, { mutants }]) => ({
    about,
    file,
    killed: mutants.filter(({ status }) => KILLED.includes(status)).length,
    total: mutants.filter(({ status }) => COUNTED.includes(status)).length,
  }));
}

/** A Markdown table, as docs/proof.md has it. */
export function writeTable(scores: readonly Score[]): string {
  const rows = scores.map(({ about, file, killed, total }) => {
    const percent = total === 0 ? '–' : `${((100 * killed) / total).toFixed(0)} %`;
    return `| ${about} | \`${file}\` | ${total} | ${killed} | ${percent} |`;
  });
  return ['| Part | File | Mutants | Killed | |', '|---|---|--:|--:|--:|', ...rows, ''].join('\n');
}
