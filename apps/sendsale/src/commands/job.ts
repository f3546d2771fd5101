// sendsale job list | run | pause | resume

import { Command } from 'commander';
import { printJson, printLine, printTable } from './print.ts';
import { withApi } from './with-api.ts';

export function jobCommand(): Command {
  const job = new Command('job').description('scheduled jobs: list, run, pause, resume');
  job
    .command('list')
    .description('every job with its schedule (cron, UTC) and its last run')
    .option('--json', 'print JSON')
    .action(async (options: { json?: true }) => listJobs(options));
  const commands = [
    ['run', 'run it once, now', async (name: string) => withApi(async (api) => api.runJob(name))],
    [
      'pause',
      'do not start it until resumed',
      async (name: string) => withApi(async (api) => api.pauseJob(name)),
    ],
    ['resume', 'undo a pause', async (name: string) => withApi(async (api) => api.resumeJob(name))],
  ] as const;
  for (const [verb, description, act] of commands) {
    job
      .command(verb)
      .description(description)
      .argument('<name>', 'as "job list" shows it')
      .action(async (name: string) => {
        await act(name);
        printLine(`${name}: ${verb === 'run' ? 'will run now' : `${verb}d`}`);
      });
  }
  return job;
}

async function listJobs(options: { json?: true }): Promise<void> {
  const jobs = await withApi(async (api) => api.jobs());
  if (options.json) return printJson(jobs);
  return printTable(
    ['job', 'schedule', 'paused', 'last run', 'done', 'what it does'],
    jobs.map(({ name, label, schedule, paused, lastRun }) => [
      name,
      schedule ?? 'when woken',
      paused ? 'paused' : '',
      lastRun === null ? 'never' : `${lastRun.startedAt} ${lastRun.outcome ?? 'running'}`,
      lastRun === null ? '' : String(lastRun.done),
      label,
    ]),
  );
}
