// Stock corrections to rows of the adjustment feed (contract §15.2), one adjustment each.

import type { DueVariance } from '@sendsale/store/read';
import { calendarDate } from '../../codec/calendar-date.ts';
import { cell, writeCsv } from '../../codec/write-csv.ts';
import { INVENTORY_ADJUSTMENT_COLUMNS } from '../../contract/index.ts';
import type { EncodedFile } from '../export-feed.ts';
import type { Located } from '../located-lines.ts';
import { rowIdOf } from '../row-ids.ts';

export type BookableVariance = Located<DueVariance> & {
  readonly netsuiteItemId: string;
  readonly accountId: string;
};

export function encodeVariances(variances: readonly BookableVariance[]): EncodedFile {
  return {
    content: writeCsv(INVENTORY_ADJUSTMENT_COLUMNS, variances.map(varianceRow)),
    rows: variances.map((variance, index) => ({
      subject: variance.subject,
      revision: 1,
      orderId: variance.orderId,
      externalId: externalId(variance),
      line: index + 2,
    })),
  };
}

function varianceRow(variance: BookableVariance) {
  return {
    'Reference No': variance.subject,
    'Adjustment Account': variance.accountId,
    Item: variance.netsuiteItemId,
    'Adjust Qty By': String(variance.delta),
    Location: variance.locationId,
    Date: calendarDate(variance.recordedAt, variance.timeZone),
    Memo: cell(variance.reason),
    'HC Inventory Adj Id': variance.subject,
    'Adjustment Location': variance.locationId,
    'Facility Name': cell(variance.facilityName),
    'Item Tag': '',
    Subsidiary: variance.subsidiaryId ?? '',
    externalId: externalId(variance),
    rowId: rowIdOf('inventory-adjustment', { subject: variance.subject, revision: 1 }),
  };
}

// External ids are shared by all records of a type, whoever made them.
function externalId(variance: BookableVariance): string {
  return `SENDSALE-${variance.subject}`;
}
