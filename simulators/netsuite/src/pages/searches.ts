// Saved searches: what is installed, and the first rows one finds now.

import type { FilterExpression, SearchColumn } from '../account/account.ts';
import { SuiteScriptError } from '../account/failure.ts';
import type { Simulator } from '../runtime/simulator.ts';
import { table } from './frame.ts';
import type { Page } from './frame.ts';
import { html, path } from './html.ts';
import type { Html, Part } from './html.ts';

export function searchesPage({ host }: Simulator): Page {
  return {
    title: 'Saved searches',
    section: 'searches',
    body: table(
      ['Search', 'Title', 'Type', { label: 'Columns', isNumber: true }],
      host.account.searches
        .saved()
        .map(({ id, title, search }) => [
          html`<a href="${path(['searches', id])}">${id}</a>`,
          title,
          search.type,
          search.columns.length,
        ]),
      'No saved search is installed.',
    ),
  };
}

/** Null for a search that is not installed. */
export function searchPage(simulator: Simulator, id: string): Page | null {
  const saved = simulator.host.account.searches.saved().find((one) => one.id === id);
  if (saved === undefined) return null;
  const { search, title } = saved;
  return {
    title,
    above: html`<a href="${path(['searches'])}">Saved searches</a> · ${id} · ${search.type}`,
    section: 'searches',
    body: html`<h2>Criteria</h2>
      <pre>${expressionText(search.filters) || 'none'}</pre>
      <h2>Results</h2>
      ${results(simulator, id)}`,
  };
}

const SHOWN = 100;

function results({ host }: Simulator, id: string): Html {
  const { searches } = host.account;
  const search = searches.load(id);
  try {
    const rows = searches.run(search);
    const type = (recordType: string): string => recordType.toLowerCase();
    return html`${table(
      ['Record', ...search.columns.map(columnText)],
      rows
        .slice(0, SHOWN)
        .map(({ recordType, id: record, values }): Part[] => [
          html`<a href="${path(['records', type(recordType), record])}"
            >${recordType} ${record}</a
          >`,
          ...values.map(({ value, text }) => text ?? value),
        ]),
      'The search finds nothing now.',
    )}${rows.length > SHOWN ? html`<p class="mute">The first ${SHOWN} of ${rows.length}.</p>` : ''}`;
  } catch (error) {
    if (!(error instanceof SuiteScriptError)) throw error;
    return html`<p class="notice bad">${error.name}: ${error.message}</p>`;
  }
}

function columnText({ label, name, join, formula }: SearchColumn): string {
  return label ?? formula ?? (join === null ? name : `${join}.${name}`);
}

function expressionText(expression: FilterExpression): string {
  return expression
    .map((part) => {
      if (typeof part === 'string') return `\n${part} `;
      if (!('operator' in part)) return `(${expressionText(part)})`;
      const name = part.join === null ? part.name : `${part.join}.${part.name}`;
      const field = part.formula === null ? name : `${name}: ${part.formula}`;
      return `${field} ${part.operator} ${part.values.join(', ')}`;
    })
    .join('');
}
