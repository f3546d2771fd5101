// Exported saved searches are opened and read; what is not understood is refused.

import { expect, test } from 'vitest';
import { readChanged } from '../test-kit/broken-project.ts';
import { openSearchContainer, packSearchContainer } from './search-container.ts';
import { readSearchXml } from './search-xml.ts';
import { parseXml } from './xml.ts';

function read(xml: string): ReturnType<typeof readSearchXml> {
  const container = openSearchContainer(packSearchContainer(xml));
  if (!container.ok) return container;
  const root = parseXml(container.value.xml);
  return root.ok ? readSearchXml(root.value) : root;
}

const HEAD =
  '<soc:SerializedObjectContainer xmlns:soc="http://www.netsuite.com/schemas/nssoc"><FIELD_SEARCH_TYPE>Transaction</FIELD_SEARCH_TYPE>';
const TAIL = '</soc:SerializedObjectContainer>';

test('joins, formulas, groups and sorts are read', () => {
  const search = read(`${HEAD}
    <f><FIELD_FILTER_NAME>CF_STATUS</FIELD_FILTER_NAME><FIELD_MODIFIER>ANYOF</FIELD_MODIFIER><FIELD_LEFTPARENS>1</FIELD_LEFTPARENS><FIELD_IS_OR>T</FIELD_IS_OR><values><value>SalesOrd:B</value><value>SalesOrd:D</value></values></f>
    <f><FIELD_FILTER_NAME>FORMULANUMERIC</FIELD_FILTER_NAME><FIELD_MODIFIER>GTE</FIELD_MODIFIER><FIELD_FORMULA>NVL({quantity},0)</FIELD_FORMULA><FIELD_RIGHTPARENS>1</FIELD_RIGHTPARENS><values><value>1</value></values></f>
    <c><FIELD_ALIAS>CF_EXTERNALID</FIELD_ALIAS><FIELD_LABEL>Order</FIELD_LABEL></c>
    <c><FIELD_ALIAS>QUANTITY</FIELD_ALIAS><FIELD_FUNCTION>ABSOLUTEVALUE</FIELD_FUNCTION></c>
    <sort><FIELD_ALIAS>QUANTITY</FIELD_ALIAS><FIELD_SORT_DESC>T</FIELD_SORT_DESC></sort>${TAIL}`);
  expect(search).toEqual({
    ok: true,
    value: {
      type: 'transaction',
      filters: [
        [
          {
            name: 'status',
            join: 'createdfrom',
            operator: 'anyof',
            values: ['SalesOrd:B', 'SalesOrd:D'],
            formula: null,
          },
          'OR',
          {
            name: 'formulanumeric',
            join: null,
            operator: 'greaterthanorequalto',
            values: ['1'],
            formula: 'NVL({quantity},0)',
          },
        ],
      ],
      columns: [
        {
          name: 'externalid',
          join: 'createdfrom',
          label: 'Order',
          formula: null,
          function: null,
          summary: null,
          sort: null,
        },
        {
          name: 'quantity',
          join: null,
          label: null,
          formula: null,
          function: 'absolutevalue',
          summary: null,
          sort: 'DESC',
        },
      ],
    },
  });
});

test.each([
  [
    'an unknown operator',
    `${HEAD}<f><FIELD_FILTER_NAME>X</FIELD_FILTER_NAME><FIELD_MODIFIER>ALMOST</FIELD_MODIFIER></f>${TAIL}`,
  ],
  ['no search type', '<a><c><FIELD_ALIAS>X</FIELD_ALIAS></c></a>'],
  [
    'unbalanced parentheses',
    `${HEAD}<f><FIELD_FILTER_NAME>X</FIELD_FILTER_NAME><FIELD_MODIFIER>IS</FIELD_MODIFIER><FIELD_LEFTPARENS>1</FIELD_LEFTPARENS></f>${TAIL}`,
  ],
])('a search with %s is refused', (_case, xml) => {
  expect(read(xml).ok).toBe(false);
});

test('a published search whose container cannot be read is taken as it is documented, and that is noted', () => {
  const { project, problems } = readChanged((copy) => {
    copy.write(
      'Objects/customsearch_hc_export_so_fulfillment.xml',
      '<savedsearch scriptid="customsearch_hc_export_so_fulfillment"><definition>?</definition></savedsearch>',
    );
  });
  expect(problems).toEqual([]);
  expect(project.notes).toEqual([expect.stringContaining('its published definition is used')]);
  const search = project.definitions.savedSearches.find(({ id }) =>
    id.startsWith('customsearch_hc'),
  )?.search;
  expect(search?.columns[0]).toMatchObject({ name: 'externalid', join: 'createdfrom' });
  expect(search?.filters.slice(4, 7)).toEqual([
    {
      name: 'formulatext',
      join: null,
      formula: '{createdfrom}',
      operator: 'contains',
      values: ['Sales Order'],
    },
    'AND',
    { name: 'shipping', join: null, formula: null, operator: 'is', values: ['F'] },
  ]);
});

test('a text that is no container is refused', () => {
  expect(openSearchContainer('abc').ok).toBe(false);
  expect(openSearchContainer(`${'0'.repeat(64)}@GZC@2026.1@AAAA`).ok).toBe(false);
});
