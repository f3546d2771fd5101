// The page that moves the clock, holds and steps the queue, and orders faults.

import type { Fault } from '../runtime/faults.ts';
import type { Simulator } from '../runtime/simulator.ts';
import { moment, statusBadge, table } from './frame.ts';
import type { Page } from './frame.ts';
import { html, path } from './html.ts';
import type { Html, Part } from './html.ts';

export function steeringPage(simulator: Simulator): Page {
  return {
    title: 'Clock, queue, faults',
    section: 'steering',
    body: html`<div class="cards">${clockCard(simulator)}${queueCard(simulator)}</div>
      <h2>Waiting and running</h2>
      ${waiting(simulator)}
      <h2>Faults ordered</h2>
      ${orderedFaults(simulator)}
      <h2>Order a fault</h2>
      <div class="cards">${FAULT_FORMS.map((form) => faultCard(simulator, form))}</div>`,
  };
}

const STEPS: ReadonlyArray<readonly [string, number]> = [
  ['1 minute', 60_000],
  ['15 minutes', 900_000],
  ['1 hour', 3_600_000],
  ['1 day', 86_400_000],
];

function clockCard(simulator: Simulator): Html {
  const { clock } = simulator;
  const steps = STEPS.map(
    ([label, ms]) =>
      html`<button class="plain" name="advanceMs" value="${ms}">+ ${label}</button> `,
  );
  return html`<section class="card">
    <h2>Clock</h2>
    <p>
      ${moment(simulator, clock.now())}
      ${clock.isStopped() ? statusBadge('stopped') : statusBadge('runs')}<br /><span class="mute"
        >${clock.now().toISOString()}</span
      >
    </p>
    <form method="post" action="${path(['steering', 'clock'])}">${steps}</form>
    <form method="post" action="${path(['steering', 'clock'])}">
      <input
        name="at"
        value="${clock.now().toISOString()}"
        size="26"
        aria-label="Instant (UTC)"
      /><button>Stop at</button>
    </form>
    ${clock.isStopped() ? html`<form method="post" action="${path(['steering', 'clock'])}"><button name="run" value="true">Let it run</button></form>` : ''}
    <p class="mute">What falls due on the way runs, one slot after the other.</p>
  </section>`;
}

function queueCard({ host }: Simulator): Html {
  const { queue } = host.tasks;
  const button = (action: string, label: string): Html =>
    html`<button class="plain" name="action" value="${action}">${label}</button> `;
  return html`<section class="card">
    <h2>Job queue</h2>
    <p>${statusBadge(queue.isHeld() ? 'held' : 'runs freely')}</p>
    <form method="post" action="${path(['steering', 'queue'])}">
      ${
        queue.isHeld()
          ? [button('step', 'Run the next job'), button('release', 'Release')]
          : button('hold', 'Hold')
      }
    </form>
    <p class="mute">A held queue starts nothing by itself.</p>
  </section>`;
}

function waiting(simulator: Simulator): Html {
  const unfinished = simulator.host.tasks.queue
    .list()
    .filter(({ endedAt }) => endedAt === null)
    .toReversed();
  return table(
    ['Job', 'Kind', 'Script', 'Deployment', 'Submitted', 'Status'],
    unfinished.map((task): Part[] => [
      task.id,
      task.kind,
      task.script,
      task.deployment,
      moment(simulator, task.submittedAt),
      statusBadge(task.status),
    ]),
    'No job waits or runs.',
  );
}

function orderedFaults({ host }: Simulator): Html {
  const faults = host.faults.list();
  if (faults.length === 0)
    return html`<div class="wide empty">None: the account has a good day.</div>`;
  return html`${table(
      ['Fault', { label: 'Details', isText: true }],
      faults.map((fault) => [fault.kind, detailsOf(fault)]),
    )}
    <form method="post" action="${path(['steering', 'faults'])}">
      <button name="clear" value="true">Clear all faults</button>
    </form>`;
}

function detailsOf(fault: Fault): string {
  return Object.entries(fault)
    .filter(([name]) => name !== 'kind')
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ');
}

interface FaultForm {
  readonly kind: Fault['kind'];
  readonly label: string;
  readonly inputs: ReadonlyArray<readonly [name: string, label: string, value: string]>;
  readonly hasScript: boolean;
}

const FAULT_FORMS: readonly FaultForm[] = [
  { kind: 'sftp-down', label: 'SFTP server down', inputs: [], hasScript: false },
  { kind: 'sftp-authentication', label: 'SFTP log-in refused', inputs: [], hasScript: false },
  {
    kind: 'slow-queue',
    label: 'Slow queue',
    inputs: [['delayMs', 'Delay (ms)', '5000']],
    hasScript: false,
  },
  {
    kind: 'restart',
    label: 'Server restart in the middle',
    inputs: [
      ['stage', 'Stage (map, reduce, execute)', 'map'],
      ['afterInvocations', 'After invocations', '1'],
    ],
    hasScript: true,
  },
  { kind: 'response-lost', label: 'RESTlet answer lost', inputs: [], hasScript: true },
  {
    kind: 'row-refused',
    label: 'CSV row refused',
    inputs: [
      ['containing', 'Rows containing', ''],
      ['message', 'Reason', 'An unexpected error occurred.'],
    ],
    hasScript: false,
  },
  { kind: 'period-closed', label: 'Accounting period closed', inputs: [], hasScript: false },
];

function faultCard({ host }: Simulator, { kind, label, inputs, hasScript }: FaultForm): Html {
  const types = kind === 'restart' ? ['mapreducescript', 'scheduledscript'] : ['restlet'];
  const scripts = host.registry.scripts().filter((script) => types.includes(script.type));
  const select = html`<select name="script" aria-label="Script">
    ${scripts.map(({ id }) => html`<option>${id}</option>`)}
  </select>`;
  return html`<section class="card">
    <h2>${label}</h2>
    <form method="post" action="${path(['steering', 'faults'])}">
      <input type="hidden" name="kind" value="${kind}" /> ${hasScript ? select : ''}${inputs.map(
        ([name, text, value]) =>
          html`<label>${text} <input name="${name}" value="${value}" size="14" /></label>`,
      )}<button class="plain" ${hasScript && scripts.length === 0 ? html` disabled` : ''}>
        Order
      </button>
    </form>
  </section>`;
}
