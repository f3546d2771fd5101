// Record lists, and a record with its lines, its status and the records it belongs with.

import type { RecordLink, ShownSublist, ShownValue } from '../account/view/record-page.ts';
import type { Simulator } from '../runtime/simulator.ts';
import { statusBadge, table } from './frame.ts';
import type { Page } from './frame.ts';
import { recordGroups } from './home.ts';
import { html, path } from './html.ts';
import type { Html, Part } from './html.ts';

export function recordTypesPage(simulator: Simulator): Page {
  return { title: 'Records', section: 'records', body: recordGroups(simulator) };
}

const PAGE_SIZE = 50;

export interface ListQuery {
  readonly q: string;
  readonly page: number;
}

/** @throws SuiteScriptError INVALID_RCRD_TYPE */
export function recordListPage({ host }: Simulator, type: string, { q, page }: ListQuery): Page {
  const start = (page - 1) * PAGE_SIZE;
  const list = host.account.view.list(type, { query: q, start, count: PAGE_SIZE });
  const statusAt = list.columns.findIndex((label) => label.toLowerCase() === 'status');
  const rows = list.rows.map(({ id, cells }) => [
    html`<a href="${path(['records', type, id])}">${id}</a>`,
    ...cells.map((cell, index) => (index === statusAt ? statusBadge(cell) : cell)),
  ]);
  return {
    title: list.label,
    above: html`<a href="${path(['records'])}">Records</a>`,
    section: 'records',
    body: html`<form method="get">
        <input
          type="search"
          name="q"
          value="${q}"
          placeholder="Find in this list"
          aria-label="Find in this list"
        /><button>Find</button>
        <span class="mute">${list.total} ${q === '' ? 'in all' : 'found'}</span>
      </form>
      ${table(['Internal ID', ...list.columns], rows, 'No record matches.')}
      ${pager(path(['records', type]), { q, page }, Math.ceil(list.total / PAGE_SIZE))}`,
  };
}

/** Links to the page before and the page after. */
function pager(base: string, query: ListQuery, pages: number): Html {
  if (pages <= 1) return html``;
  const to = (page: number, label: string): Html =>
    html`<a href="${base}?${new URLSearchParams({ q: query.q, page: String(page) }).toString()}"
      >${label}</a
    >`;
  return html`<p class="pages">
    ${query.page > 1 ? to(query.page - 1, 'Newer') : ''}
    <span>Page ${query.page} of ${pages}</span>
    ${query.page < pages ? to(query.page + 1, 'Older') : ''}
  </p>`;
}

/** Null when there is no such record. @throws SuiteScriptError INVALID_RCRD_TYPE */
export function recordPage({ host }: Simulator, type: string, id: string): Page | null {
  const record = host.account.view.record(type, id);
  if (record === null) return null;
  return {
    title: record.title,
    above: html`<a href="${path(['records', type])}">${record.label}</a> · internal id ${id}`,
    section: 'records',
    body: html`<p>${statusBadge(record.status)}</p>
      <dl class="fields">
        ${record.fields.map(
          ({ id: field, label, value }) =>
            html`<div>
              <dt title="${field}">${label}</dt>
              <dd>${shown(value)}</dd>
            </div>`,
        )}
      </dl>
      ${record.sublists.map(sublist)}
      ${record.subrecords.map(
        ({ label, lines }) =>
          html`<h2>${label}</h2>
            <div class="card">${lines.map((line) => html`${line}<br />`)}</div>`,
      )}
      <h2>Related records</h2>
      ${table(
        ['Date', 'Record', 'Relation', 'Status', { label: 'Amount', isNumber: true }],
        record.related.map((each) => [
          each.date,
          linked(each.link, each.text),
          each.relation,
          statusBadge(each.status),
          each.amount,
        ]),
        'No other record names this one.',
      )}
      <p class="mute">
        As JSON:
        <a href="/control/records/${type}/${encodeURIComponent(id)}"
          >/control/records/${type}/${id}</a
        >
      </p>`,
  };
}

const TITLES: Readonly<Record<string, string>> = {
  item: 'Items',
  apply: 'Apply',
  deposit: 'Deposits',
  inventory: 'Adjustments',
  package: 'Packages',
  addressbook: 'Addresses',
  member: 'Components',
};

function sublist({ id, columns, rows }: ShownSublist): Html {
  return html`<h2>${TITLES[id] ?? id}</h2>
    ${table(
      columns.map(({ label }) => label),
      rows.map((row) => row.map(shown)),
    )}`;
}

function shown({ text, link }: ShownValue): Part {
  return link === null ? text : linked(link, text);
}

function linked({ type, id }: RecordLink, text: string): Html {
  return html`<a href="${path(['records', type, id])}">${text}</a>`;
}
