// The sheet of a day as a file an accountant opens: a row an order and measure, then the totals, which are the sums
// of the rows above them.

import type { ReconciliationSheet } from '@sendsale/api';

const COLUMNS = [
  'Day',
  'Shop',
  'Currency',
  'Order',
  'Measure',
  'Shopify',
  'OMS',
  'NetSuite',
  'Difference',
  'Variance',
  'Unexplained',
  'Codes',
  'Cause',
] as const;

type Cells = Readonly<Record<(typeof COLUMNS)[number], string>>;
type Row = Omit<ReconciliationSheet['totals'][number], 'orders'>;

/** RFC 4180 with CRLF; amounts are plain decimals. */
export function daySheetCsv(sheets: readonly ReconciliationSheet[]): string {
  const lines = sheets.flatMap((sheet) => [
    ...sheet.rows.map((row) => cells(sheet, row, [row.order, row.codes.join(' '), row.cause])),
    ...sheet.totals.map((total) => cells(sheet, total, ['TOTAL', '', ''])),
  ]);
  return [COLUMNS.join(','), ...lines.map(line), ''].join('\r\n');
}

function cells(
  { day, shopId, currency }: ReconciliationSheet,
  row: Row,
  [order, codes, cause]: readonly [order: string, codes: string, cause: string],
): Cells {
  return {
    Day: day,
    Shop: shopId,
    Currency: currency,
    Order: order,
    Measure: row.measure,
    Shopify: row.shopify ?? '',
    OMS: row.oms ?? '',
    NetSuite: row.netsuite ?? '',
    Difference: row.difference,
    Variance: row.variance,
    Unexplained: row.unexplained,
    Codes: codes,
    Cause: cause,
  };
}

function line(row: Cells): string {
  return COLUMNS.map((column) => quoted(row[column])).join(',');
}

// A text that begins like a formula is one for a spreadsheet; the quote keeps it a text.
function quoted(text: string): string {
  const isAmount = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isAmount && /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
