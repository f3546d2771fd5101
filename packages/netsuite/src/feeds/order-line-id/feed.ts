// The line numbers NetSuite gave to the lines of our sales orders. Contract §3.

import type { PostingLineKind } from '@sendsale/domain';
import { recordPostingLine } from '@sendsale/oms';
import { z } from 'zod';
import {
  DISCOUNT_LINE_ATTRIBUTE,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  ITEM_LINE_ATTRIBUTE,
  ORDER_LINE_ID_COLUMNS,
} from '../../contract/index.ts';
import { defineImportFeed } from '../import-feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { internalId, someText } from '../texts.ts';

const Row = z.object({
  orderId: someText,
  orderItemSeqId: someText,
  attrName: z.enum([ITEM_LINE_ATTRIBUTE, DISCOUNT_LINE_ATTRIBUTE]),
  attrValue: internalId,
});
type Row = z.infer<typeof Row>;

export const orderLineIdFeed = defineImportFeed<Row>({
  name: 'order-line-id',
  label: 'Order line ids from NetSuite',
  directory: IMPORT_DIRECTORIES['order-line-id'],
  matches: (fileName) => fileName.endsWith(IMPORT_FILE_SUFFIXES.orderLineId),
  read: (content) => readCsvRows(content, ORDER_LINE_ID_COLUMNS, Row),
  apply: async (db, row, { via, at }) => {
    const recorded = await recordPostingLine(db, {
      postingId: row.orderId,
      key: row.orderItemSeqId,
      kind: lineKind(row),
      netsuiteLine: row.attrValue,
      via,
      at,
    });
    return recorded.ok ? { ok: true, value: Number(recorded.value.isNew) } : recorded;
  },
});

const CHARGES = ['TAX', 'TIP', 'DUTY', 'ROUNDING'] as const;

/** A charge line's key is its kind; the attribute tells goods from their discount. */
export function lineKind(row: Pick<Row, 'orderItemSeqId' | 'attrName'>): PostingLineKind {
  const charge = CHARGES.find((kind) => kind === row.orderItemSeqId);
  if (charge !== undefined) return charge;
  return row.attrName === DISCOUNT_LINE_ATTRIBUTE ? 'DISCOUNT' : 'ITEM';
}
