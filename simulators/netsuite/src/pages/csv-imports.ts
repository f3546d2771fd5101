// The import status page: each CSV import with what it took, and the response file of the rows it refused.

import type { CsvImportRecord } from '../runtime/csv-import-task.ts';
import type { Simulator } from '../runtime/simulator.ts';
import { moment, statusBadge, table } from './frame.ts';
import type { Page } from './frame.ts';
import { html, path } from './html.ts';
import type { Part } from './html.ts';

const SHOWN = 200;

export function csvImportsPage(simulator: Simulator): Page {
  const imports = simulator.host.tasks.imports.list();
  return {
    title: 'CSV import status',
    section: 'csv-imports',
    body: html`${table(
        ['Job', 'Name', 'Import map', 'Submitted', 'Status', 'Result', 'Response file'],
        imports
          .slice(0, SHOWN)
          .map((each) => [
            html`<a href="${path(['csv-imports', each.task.id])}">${each.task.id}</a>`,
            each.name,
            each.mappingId,
            moment(simulator, each.task.submittedAt),
            statusBadge(each.task.status),
            resultLine(each),
            responseLink(each),
          ]),
        'No file has been imported yet.',
      )}
      <p class="mute">
        ${imports.length > SHOWN ? `The newest ${SHOWN} of ${imports.length}. ` : ''}A job whose
        rows were all refused is COMPLETE too, as in NetSuite.
      </p>`,
  };
}

/** Null for a job that is no import. */
export function csvImportPage(simulator: Simulator, taskId: string): Page | null {
  const found = findImport(simulator, taskId);
  if (found === null) return null;
  const { task, result } = found;
  const fields: ReadonlyArray<readonly [string, Part]> = [
    ['Import map', found.mappingId],
    ['Status', statusBadge(task.status)],
    ['Submitted', moment(simulator, task.submittedAt)],
    ['Started', moment(simulator, task.startedAt)],
    ['Ended', moment(simulator, task.endedAt)],
    ['Result', resultLine(found)],
    ['Response file', responseLink(found)],
  ];
  return {
    title: found.name,
    above: html`<a href="${path(['csv-imports'])}">CSV imports</a> · ${task.id}`,
    section: 'csv-imports',
    body: html`<dl class="fields">
        ${fields.map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${task.error === null ? '' : html`<p class="notice bad">${task.error.name}: ${task.error.message}</p>`}
      <h2>Refused records</h2>
      ${table(
        [{ label: 'Rows of the file' }, { label: 'Reason', isText: true }],
        (result?.refused ?? [])
          .slice(0, SHOWN)
          .map(({ rows, message }) => [rows.join(', '), message]),
        result === null ? 'The import has not ended.' : 'Every record was taken.',
      )}
      ${
        result === null || result.refused.length === 0
          ? ''
          : html`<h2>Response file</h2>
              <pre>${result.responseFile.slice(0, 20_000)}</pre>`
      }`,
  };
}

export function findImport({ host }: Simulator, taskId: string): CsvImportRecord | null {
  return host.tasks.imports.list().find(({ task }) => task.id === taskId) ?? null;
}

function resultLine({ result }: CsvImportRecord): string {
  return result === null ? '' : `${result.imported} of ${result.total} imported`;
}

function responseLink({ task, result }: CsvImportRecord): Part {
  if (result === null || result.refused.length === 0) return '';
  return html`<a href="${path(['csv-imports', task.id, 'response.csv'])}"
    >${result.refused.length} refused</a
  >`;
}
