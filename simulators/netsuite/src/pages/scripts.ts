// Scripts and their deployments: status, schedule, next run, last run, and a button that runs one now.

import { nextOccurrence } from '../sdf/recurrence.ts';
import type { ProjectDeployment, ProjectScript } from '../sdf/project.ts';
import type { Simulator } from '../runtime/simulator.ts';
import { moment, statusBadge, table } from './frame.ts';
import type { Page } from './frame.ts';
import { html, path } from './html.ts';
import type { Html, Part } from './html.ts';

export function scriptsPage(simulator: Simulator): Page {
  const rows = simulator.host.registry
    .scripts()
    .flatMap((script) => script.deployments.map((one) => deploymentRow(simulator, script, one)));
  return {
    title: 'Script deployments',
    section: 'scripts',
    body: table(
      ['', 'Script', 'Deployment', 'Status', 'Schedule', 'Next run', 'Last run'],
      rows,
      'No script is installed. Start the simulator with --project FOLDER.',
    ),
  };
}

const TYPES: Readonly<Record<ProjectScript['type'], string>> = {
  scheduledscript: 'Scheduled',
  mapreducescript: 'Map/Reduce',
  restlet: 'RESTlet',
  clientscript: 'Client',
  usereventscript: 'User Event',
};

function deploymentRow(
  simulator: Simulator,
  script: ProjectScript,
  deployment: ProjectDeployment,
): Part[] {
  const { registry, executions, tasks } = simulator.host;
  const { status, isDeployed } = registry.state(script, deployment);
  const last = executions
    .list({ script: script.id, limit: 200 })
    .find((one) => one.deployment === deployment.id);
  const isBusy = tasks.queue.unfinished(script.id, deployment.id).length > 0;
  const isScheduled = isDeployed && status === 'SCHEDULED';
  return [
    isBusy ? statusBadge('running') : runButton(script, deployment),
    html`${script.name} (${TYPES[script.type]})<br /><span class="mute">${script.id}</span>`,
    html`${deployment.title}<br /><span class="mute">${deployment.id}</span>`,
    isDeployed ? status : 'Not deployed',
    isScheduled ? scheduleText(deployment) : '',
    isScheduled ? nextRun(simulator, deployment) : '',
    last === undefined
      ? ''
      : html`<a href="${path(['executions'], { script: script.id })}"
            >${moment(simulator, last.startedAt)}</a
          >
          ${last.error === null ? '' : statusBadge('failed')}`,
  ];
}

function scheduleText({ recurrence }: ProjectDeployment): string {
  if (recurrence === null) return '';
  const { kind, everyDays, repeatMinutes } = recurrence;
  const days = kind === 'daily' && everyDays > 1 ? `every ${everyDays} days` : kind;
  return repeatMinutes === null ? days : `${days}, every ${repeatMinutes} min`;
}

function nextRun(simulator: Simulator, { schedule }: ProjectDeployment): string {
  return schedule === null
    ? ''
    : moment(simulator, nextOccurrence(schedule, simulator.clock.now()));
}

function runButton(script: ProjectScript, deployment: ProjectDeployment): Html {
  if (script.type !== 'scheduledscript' && script.type !== 'mapreducescript') return html``;
  return html`<form method="post" action="${path(['scripts', 'run'])}">
    <input type="hidden" name="script" value="${script.id}" /><input
      type="hidden"
      name="deployment"
      value="${deployment.id}"
    /><button class="plain">Run now</button>
  </form>`;
}
