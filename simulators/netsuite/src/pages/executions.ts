// The script execution log: every invocation with its units, calls, log lines and error.

import type { Execution } from '../runtime/executions.ts';
import type { Simulator } from '../runtime/simulator.ts';
import { moment, statusBadge, table } from './frame.ts';
import type { Page } from './frame.ts';
import { html, path } from './html.ts';
import type { Html } from './html.ts';

export interface ExecutionQuery {
  readonly script: string;
  readonly task: string;
  readonly failed: boolean;
}

const SHOWN = 200;

export function executionsPage(simulator: Simulator, query: ExecutionQuery): Page {
  const { executions, registry } = simulator.host;
  const found = executions.list({
    limit: SHOWN,
    failedOnly: query.failed,
    ...(query.script === '' ? {} : { script: query.script }),
    ...(query.task === '' ? {} : { taskId: query.task }),
  });
  const options = registry
    .scripts()
    .map(
      ({ id, name }) =>
        html`<option value="${id}" ${id === query.script ? html` selected` : ''}>${name}</option>`,
    );
  return {
    title: 'Script execution log',
    section: 'executions',
    body: html`<form method="get">
        <select name="script" aria-label="Script">
          <option value="">All scripts</option>
          ${options}
        </select>
        <label
          ><input
            type="checkbox"
            name="failed"
            value="true"
            ${query.failed ? html` checked` : ''}
          />
          failed only</label
        >
        ${query.task === '' ? '' : html`<input type="hidden" name="task" value="${query.task}" /><span class="mute">of ${query.task}</span>`}
        <button>Show</button>
      </form>
      ${table(
        [
          '#',
          'Started',
          'Script',
          'Deployment',
          'Invocation',
          { label: 'ms', isNumber: true },
          { label: 'Units', isNumber: true },
          { label: 'Log lines', isNumber: true },
          { label: 'Outcome', isText: true },
        ],
        found.map((one) => [
          html`<a href="${path(['executions', String(one.id)])}">${one.id}</a>`,
          moment(simulator, one.startedAt),
          one.scriptName,
          one.deployment,
          invocationText(one),
          one.milliseconds.toFixed(1),
          `${one.units} of ${one.unitLimit}`,
          one.log.length,
          one.error === null
            ? 'ended'
            : html`${statusBadge('failed')} ${one.error.name}: ${one.error.message.slice(0, 160)}`,
        ]),
        'No script has run yet.',
      )}
      <p class="mute">The newest ${SHOWN} at most; the log keeps 5,000.</p>`,
  };
}

function invocationText({ kind, key }: Execution): string {
  return key === null ? kind : `${kind} ${key.slice(0, 60)}`;
}

/** Null for an invocation that is not kept. */
export function executionPage(simulator: Simulator, id: number): Page | null {
  const one = simulator.host.executions.find(id);
  if (one === null) return null;
  return {
    title: one.scriptName,
    above: html`<a href="${path(['executions'])}">Execution log</a> · ${one.script} ·
      ${one.deployment} · ${invocationText(one)}`,
    section: 'executions',
    body: html`<p>
        ${moment(simulator, one.startedAt)} · ${one.milliseconds.toFixed(1)} ms · ${one.units} of
        ${one.unitLimit} units
      </p>
      ${one.error === null ? '' : errorBlock(one.error)}
      <h2>Log</h2>
      ${table(
        ['Time', 'Level', { label: 'Title', isText: true }, { label: 'Details', isText: true }],
        one.log.map((line) => [moment(simulator, line.at), line.level, line.title, line.details]),
        'The script logged nothing.',
      )}
      <h2>Calls</h2>
      ${table(
        ['Call', { label: 'Times', isNumber: true }, { label: 'Units', isNumber: true }],
        one.calls.map(({ call, count, units }) => [call, count, units]),
        'The script called no N/* module that is counted.',
      )}`,
  };
}

function errorBlock({ name, message, stack }: NonNullable<Execution['error']>): Html {
  return html`<p class="notice bad">${name}: ${message}</p>
    ${stack === '' ? '' : html`<pre>${stack}</pre>`}`;
}
