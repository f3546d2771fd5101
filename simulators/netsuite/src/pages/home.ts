// The first page: what the account holds and what happened last.

import type { TypeCount } from '../account/view/view.ts';
import type { Simulator } from '../runtime/simulator.ts';
import { moment, statusBadge, table } from './frame.ts';
import type { Page } from './frame.ts';
import { html, path } from './html.ts';
import type { Html } from './html.ts';

const GROUPS: ReadonlyArray<readonly [string, (type: TypeCount) => boolean]> = [
  ['Transactions', ({ family }) => family === 'transaction'],
  ['Customers and other entities', ({ family }) => family === 'entity'],
  ['Items', ({ family }) => family === 'item'],
  ['Custom records', ({ type }) => type.startsWith('customrecord')],
  [
    'Scripts and files',
    ({ family }) => ['script', 'scriptdeployment', 'file', 'folder'].includes(family),
  ],
];

export function homePage(simulator: Simulator): Page {
  return {
    title: 'Home',
    section: '',
    body: html`${recordGroups(simulator)}
      <h2>Last jobs</h2>
      ${lastTasks(simulator)}
      <p class="mute">
        The control API is described in the simulator's README; everything it does is on these pages
        too.
      </p>`,
  };
}

/** The record types with how many records each holds, in groups. */
export function recordGroups({ host }: Simulator): Html {
  const types = host.account.view.types();
  const groups = GROUPS.map(([label, isIn]) => ({ label, types: types.filter(isIn) }));
  const grouped = new Set(groups.flatMap((group) => group.types));
  const rest = { label: 'Lists', types: types.filter((type) => !grouped.has(type)) };
  return html`<div class="cards">
    ${[...groups, rest]
      .filter((group) => group.types.length > 0)
      .map(
        (group) =>
          html`<section class="card">
            <h2>${group.label}</h2>
            <ul>
              ${group.types.map(
                ({ type, label, count }) =>
                  html`<li>
                    <a href="${path(['records', type])}">${label}</a>
                    <span class="mute">${count}</span>
                  </li>`,
              )}
            </ul>
          </section>`,
      )}
  </div>`;
}

const SHOWN = 10;

function lastTasks(simulator: Simulator): Html {
  const { tasks } = simulator.host;
  return table(
    ['Job', 'What', 'Submitted', 'Ended', 'Status'],
    tasks.queue
      .list()
      .slice(0, SHOWN)
      .map((task) => [
        task.kind === 'CSV_IMPORT'
          ? html`<a href="${path(['csv-imports', task.id])}">${task.id}</a>`
          : html`<a href="${path(['executions'], { task: task.id })}">${task.id}</a>`,
        task.script ?? task.kind,
        moment(simulator, task.submittedAt),
        moment(simulator, task.endedAt),
        statusBadge(task.status),
      ]),
    'No job has run yet. Deployments start on their schedules, or from Scripts.',
  );
}
