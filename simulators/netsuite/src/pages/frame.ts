// What every page has: the bar with the account's sections and clock, a title, and the headers that go with it.

import { dateTimeWithSeconds } from '../runtime/modules/format.ts';
import type { Simulator } from '../runtime/simulator.ts';
import { html, path } from './html.ts';
import type { Html, Part } from './html.ts';

export interface Page {
  readonly title: string;
  /** Above the title, e.g. the record type. */
  readonly above?: Part;
  /** The section of the bar that is lit. */
  readonly section: string;
  readonly body: Html;
  readonly status?: number;
}

const SECTIONS: ReadonlyArray<readonly [string, string]> = [
  ['records', 'Records'],
  ['searches', 'Searches'],
  ['csv-imports', 'CSV Imports'],
  ['scripts', 'Scripts'],
  ['executions', 'Log'],
  ['files', 'Files'],
  ['steering', 'Clock and Queue'],
  ['behaviour', 'Behaviour'],
];

/** The whole page as text. */
export function framed({ host, clock }: Simulator, page: Page): string {
  const now = dateTimeWithSeconds(host.calendar, clock.now());
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · ${host.accountId}</title>
        <link rel="stylesheet" href="/app/style.css" />
      </head>
      <body>
        <header>
          <a class="brand" href="/app/">NetSuite simulator</a>
          <nav aria-label="Sections">
            ${SECTIONS.map(
              ([id, label]) =>
                html`<a
                  href="${path([id])}"
                  ${id === page.section ? html` aria-current="page"` : ''}
                  >${label}</a
                > `,
            )}
          </nav>
          <span class="clock"
            >${host.accountId} · ${now}${clock.isStopped() ? ' (stopped)' : ''}</span
          >
        </header>
        <main>
          <h1>
            ${page.above === undefined ? '' : html`<small>${page.above}</small>`}${page.title}
          </h1>
          ${page.body}
        </main>
      </body>
    </html> `.html;
}

export interface Column {
  readonly label: string;
  readonly isNumber?: boolean;
  readonly isText?: boolean;
}

/** A table, or a line that says that there is nothing. */
export function table(
  columns: readonly (string | Column)[],
  rows: ReadonlyArray<readonly Part[]>,
  empty = 'Nothing here yet.',
): Html {
  if (rows.length === 0) return html`<div class="wide empty">${empty}</div>`;
  const shaped = columns.map((column) => (typeof column === 'string' ? { label: column } : column));
  const kind = (column: Column | undefined): Html =>
    column?.isNumber === true
      ? html` class="number"`
      : column?.isText === true
        ? html` class="text"`
        : html``;
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          ${shaped.map((column) => html`<th scope="col" ${kind(column)}>${column.label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell, index) => html`<td${kind(shaped[index])}>${cell}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

const GOOD = new Set([
  'COMPLETE',
  'Billed',
  'Paid In Full',
  'Shipped',
  'Fully Applied',
  'Refunded',
]);
const BAD = new Set(['FAILED', 'Cancelled', 'refused', 'failed']);
const BUSY = new Set(['PENDING', 'PROCESSING', 'running', 'waiting']);

/** A status with the colour of how it stands. */
export function statusBadge(status: string | null): Part {
  if (status === null || status === '') return '';
  const kind = GOOD.has(status)
    ? ' good'
    : BAD.has(status)
      ? ' bad'
      : BUSY.has(status)
        ? ' busy'
        : '';
  return html`<span class="status${kind}">${status}</span>`;
}

/** An instant in the account's zone; '' for none. */
export function moment({ host }: Simulator, at: Date | null): string {
  return at === null ? '' : dateTimeWithSeconds(host.calendar, at);
}
