// The written schema and table types are those of the migrations, on every engine.

import { readFile } from 'node:fs/promises';
import { testEngines } from '@sendsale/platform/testing';
import { createTestDatabase } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import * as domain from '@sendsale/domain';
import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeSchema, readColumns } from './describe-schema.ts';
import { generateTables } from './generate-tables.ts';

const STORE = new URL('../../packages/store/', import.meta.url);

describe.each(testEngines())('the schema on $engine', ({ server }) => {
  let kit: TestDatabase;
  beforeAll(async () => {
    kit = await createTestDatabase(server);
  });
  afterAll(async () => kit.close());

  test('schema.sql is what the migrations make; after a change run: npm run schema', async () => {
    const written = await readFile(new URL('schema.sql', STORE), 'utf8');
    expect(await describeSchema(kit.database.pool)).toBe(written);
  });

  test('tables.ts is what the columns say; after a change run: npm run schema', async () => {
    const written = await readFile(new URL('src/tables.ts', STORE), 'utf8');
    const types = generateTables(await readColumns(kit.database.pool));
    const style = { parser: 'typescript', printWidth: 100, singleQuote: true } as const;
    expect(await format(types, style)).toBe(written);
  });
});

test('the words a column may hold are the words of the code', async () => {
  const written = await readFile(new URL('schema.sql', STORE), 'utf8');
  const lists = {
    'sales_order.channel': domain.CHANNELS,
    'sales_order.status': domain.ORDER_STATUSES,
    'order_item.status': domain.ITEM_STATUSES,
    'order_item.queue': domain.QUEUES,
    'ship_group.delivery': domain.DELIVERIES,
    'posting.kind': domain.POSTING_KINDS,
    'posting_line.kind': domain.POSTING_LINE_KINDS,
    'order_adjustment.kind': domain.ADJUSTMENT_KINDS,
    'payment.kind': domain.PAYMENT_KINDS,
    'payment.status': domain.PAYMENT_STATUSES,
    'facility.kind': domain.FACILITY_KINDS,
    'facility.fulfilled_by': domain.FULFILLED_BY,
    'shipment.origin': domain.FULFILLED_BY,
    'message.state': domain.MESSAGE_STATES,
    'feed_file.state': domain.FEED_FILE_STATES,
    'feed_file.direction': domain.FEED_DIRECTIONS,
    'ledger.state': domain.LEDGER_STATES,
    'order_figure.measure': domain.MEASURES,
    'book_difference.kind': domain.DIFFERENCE_KINDS,
    'reconciliation_run.trigger': domain.RECONCILIATION_TRIGGERS,
    'person_role.role': domain.ROLES,
    'api_key.role': domain.ROLES,
  };
  for (const [key, words] of Object.entries(lists)) {
    const name = key.replace('.', '_');
    const line = written.split('\n').find((one) => one.includes(`${name}_check: CHECK`)) ?? '';
    const inSql = [...line.matchAll(/'([A-Z_]+)'::text/g)].map((match) => match[1]);
    expect([key, inSql]).toEqual([key, [...words]]);
  }
});
