// Files as they really come, all in one inbox: each has a named outcome, and none books anything wrong.

import { expect, test } from 'vitest';
import { HEADERS, useRoad } from '../test/road.ts';
import { importFiles } from './import-files.ts';

const road = useRoad();
const DIRECTORY = 'salesorder/import/orderidentification';
const row = (orderId: string, id: string): string => `${orderId},NETSUITE_ORDER_ID,${id}`;

interface Sample {
  readonly bytes: string;
  /** What became of the file: its state, and the problems that name it. */
  readonly outcome: readonly string[];
}

function samples(orderId: string): Readonly<Record<string, Sample>> {
  const good = row(orderId, '8812345');
  const text = (...rows: string[]): string => `${[HEADERS.order, ...rows].join('\n')}\n`;
  const malformed = ['QUARANTINED', 'FEED_FILE_MALFORMED'];
  return {
    plain: { bytes: text(good), outcome: ['READ'] },
    'same-bytes': { bytes: text(good), outcome: ['READ'] },
    'byte-order-mark': { bytes: `\uFEFF${text(good)}`, outcome: ['READ'] },
    'line-ends-of-windows': { bytes: text(good).replaceAll('\n', '\r\n'), outcome: ['READ'] },
    'cut-in-a-row': { bytes: text(good).slice(0, -9), outcome: ['READ', 'FEED_ROW_MALFORMED'] },
    'cut-in-the-header': { bytes: 'orderId,orderIdent', outcome: malformed },
    empty: { bytes: '', outcome: malformed },
    'zero-bytes': { bytes: text(`${orderId}\0,NETSUITE_ORDER_ID,8812345`), outcome: malformed },
    semicolons: { bytes: text(good).replaceAll(',', ';'), outcome: malformed },
    'unknown-order': {
      bytes: text(row('M99999', '1')),
      outcome: ['READ', 'FEED_ROW_ORDER_UNKNOWN'],
    },
    'other-type': { bytes: text(`${orderId},ELSE,1`), outcome: ['READ', 'FEED_ROW_MALFORMED'] },
    'other-id': { bytes: text(row(orderId, '77')), outcome: ['READ', 'IDENTIFIER_CONFLICT'] },
  };
}

const fileName = (name: string): string => `${name}-SalesOrderExport.csv`;

async function outcomeOf(name: string): Promise<string[]> {
  const subject = `${DIRECTORY}/${fileName(name)}`;
  const file = road.db.selectFrom('feed_file').select('state');
  const states = await file.where('name', '=', fileName(name)).execute();
  const problems = road.db.selectFrom('problem').select('code').where('resolved_at', 'is', null);
  const codes = await problems.where('subject', 'like', `${subject}%`).orderBy('code').execute();
  return [...states.map(({ state }) => state), ...new Set(codes.map(({ code }) => code))];
}

test('each kind of damaged, repeated or strange file has its named outcome', async () => {
  const orderId = await road.take({});
  const sent = samples(orderId);
  for (const [name, { bytes }] of Object.entries(sent)) {
    road.answer(`${DIRECTORY}/${fileName(name)}`, bytes);
    await importFiles(road.context);
  }
  // What looked cut off stays for a minute: the rest may be on its way.
  road.minutesLater(2);
  await importFiles(road.context);
  const found: Record<string, readonly string[]> = {};
  for (const name of Object.keys(sent)) found[name] = await outcomeOf(name);
  const expected = Object.fromEntries(
    Object.entries(sent).map(([name, one]) => [name, one.outcome]),
  );
  expect(found).toEqual(expected);

  const posting = road.db.selectFrom('posting').select(['id', 'netsuite_id']);
  expect(await posting.execute()).toEqual([{ id: orderId, netsuite_id: '8812345' }]);
  const steps = await road.steps(orderId);
  expect(steps.filter((step) => step === 'order id received')).toHaveLength(1);
});

test('an archived file that comes back is the same file: nothing happens', async () => {
  const orderId = await road.take({});
  const { plain } = samples(orderId);
  for (let time = 0; time < 2; time += 1) {
    road.answer(`${DIRECTORY}/${fileName('plain')}`, plain?.bytes ?? '');
    await importFiles(road.context);
  }
  expect(await outcomeOf('plain')).toEqual(['READ']);
  expect(road.filesIn(DIRECTORY)).toEqual([]);
  expect(await road.steps(orderId)).toEqual(['downloaded', 'order id received']);
});

test('half an id at the end of a cut file is not taken for an id', async () => {
  const orderId = await road.take({});
  road.answer(
    `${DIRECTORY}/${fileName('cut-in-a-value')}`,
    `${HEADERS.order}\n${row(orderId, '8812')}`,
  );
  await importFiles(road.context);
  road.minutesLater(2);
  await importFiles(road.context);
  expect(await outcomeOf('cut-in-a-value')).toEqual(['READ', 'FEED_ROW_MALFORMED']);
  const posting = road.db.selectFrom('posting').select('netsuite_id');
  expect(await posting.execute()).toEqual([{ netsuite_id: null }]);
});
