// NetSuite's scripts that write: what is new since they last ran, as files of the published names.

import type { Books } from './books.ts';
import { decimal, writeCsv } from './text.ts';

export interface OutFile {
  readonly directory: string;
  /** What the name ends with; a date stands before it. */
  readonly suffix: string;
  /** What the name begins with, before the date; '' for most. */
  readonly prefix: string;
  readonly text: string;
}

export type Exporter = (books: Books, at: Date) => readonly OutFile[];

const ACKNOWLEDGEMENT = 'acknowledgement';
export const ACKNOWLEDGEMENT_HEADER =
  'rowId,outcome,recordType,internalId,externalId,amount,status,code,message,sourceFile,at'.split(
    ',',
  );

export const EXPORTERS: Readonly<Record<string, Exporter>> = {
  HC_MR_ExportedCustomerCSV: customerIds,
  HC_MR_ExportedSalesOrderCSV: (books) => orderIds(books, 'SALES_ORDER', '-SalesOrderExport.csv'),
  HC_MR_ExportedCashSaleCSV: (books) => orderIds(books, 'CASH_SALE', '-CashSaleExport.csv'),
  HC_MR_ExportedSalesOrderItemCSV: lineIds,
  HC_MR_ExportedCustomerDepositCSV: depositIds,
  HC_MR_ExportedSalesOrderFulfillmentJson: shipments,
  HC_MR_ExportedPOSReturnCSV: returnIds,
};

interface Csv {
  readonly directory: string;
  readonly suffix: string;
  readonly header: string;
}

function csv({ directory, suffix, header }: Csv, rows: string[][]): OutFile[] {
  if (rows.length === 0) return [];
  return [{ directory, prefix: '', suffix, text: writeCsv(header.split(','), rows) }];
}

/** Takes what was not told yet, and marks it told. */
function untold<T extends { isTold: boolean }>(records: readonly T[]): T[] {
  const some = records.filter((one) => !one.isTold);
  for (const one of some) one.isTold = true;
  return some;
}

function customerIds(books: Books): OutFile[] {
  const customers = untold(books.plain.filter((one) => one.kind === 'CUSTOMER'));
  const rows = customers.map((one) => [
    books.partyOf(one.externalId),
    'NETSUITE_CUSTOMER_ID',
    one.id,
  ]);
  const header = 'partyId,partyIdentificationTypeId,idValue';
  return csv({ directory: 'customer/import', suffix: '-CustomerExport.csv', header }, rows);
}

function orderIds(books: Books, kind: 'SALES_ORDER' | 'CASH_SALE', suffix: string): OutFile[] {
  const sales = untold(books.sales.filter((one) => one.kind === kind));
  const rows = sales.map((sale) => [sale.postingId, 'NETSUITE_ORDER_ID', sale.id]);
  const header = 'orderId,orderIdentificationTypeId,idValue';
  return csv({ directory: 'salesorder/import/orderidentification', suffix, header }, rows);
}

function lineIds(books: Books): OutFile[] {
  const sales = books.sales.filter((one) => one.kind === 'SALES_ORDER' && !one.areLinesTold);
  for (const sale of sales) sale.areLinesTold = true;
  const rows = sales.flatMap((sale) =>
    sale.lines.map((line) => {
      const isDiscount = line.type.startsWith('HC_DISCOUNT_');
      const attribute = isDiscount ? 'NetsuiteDiscountItemLineId' : 'NetsuiteItemLineId';
      return [sale.postingId, line.key, attribute, String(line.line)];
    }),
  );
  const header = 'orderId,orderItemSeqId,attrName,attrValue';
  return csv(
    {
      directory: 'salesorder/import/orderitemattribute',
      suffix: '-SalesOrderItemExport.csv',
      header,
    },
    rows,
  );
}

function depositIds(books: Books): OutFile[] {
  const deposits = untold(books.money.filter((one) => one.kind === 'DEPOSIT'));
  const rows = deposits.map((one) => [
    books.sale(one.saleId)?.postingId ?? '',
    one.id,
    one.externalId,
  ]);
  const header = 'orderId,internalId,manualRefNumber';
  return csv(
    { directory: 'salesorder/import/orderpayment', suffix: '-CustomerDepositExport.csv', header },
    rows,
  );
}

function returnIds(books: Books): OutFile[] {
  const returns = untold(books.plain.filter((one) => one.kind === 'RETURN'));
  const rows = returns.map((one) => [one.externalId, 'NETSUITE_RTN_ID', one.id]);
  const header = 'returnId,returnIdentificationTypeId,idValue';
  return csv(
    { directory: 'pos-return/import/returnidentification', suffix: '-POSReturnExport.csv', header },
    rows,
  );
}

function shipments(books: Books, at: Date): OutFile[] {
  const elements = untold(books.shipments).map((one) => {
    const sale = books.sale(one.saleId);
    const items = one.lines.map((number) => ({
      orderItemSeqId: sale?.lines.find((line) => line.line === number)?.key ?? '',
      externalFacilityId: one.location,
      shippedDate: at.toISOString(),
      trackingNumber: `1Z${one.id}`,
      carrier: 'UPS',
      quantity: '1',
    }));
    return { orderMap: { orderId: sale?.postingId ?? '', netsuiteFulfillmentId: one.id, items } };
  });
  if (elements.length === 0) return [];
  const text = `${JSON.stringify(elements)}\n`;
  const directory = 'salesorder/import/fulfillment';
  return [{ directory, prefix: 'SalesOrderFulfillment-', suffix: '.json', text }];
}

export interface AnswerRow {
  readonly rowId: string;
  readonly recordType: string;
  readonly internalId: string;
  readonly externalId: string;
  readonly amountCents: number | null;
  /** null for an accepted row. */
  readonly code: string | null;
  readonly sourceFile: string;
}

export function answerFile(answers: readonly AnswerRow[], feed: string, at: Date): OutFile {
  const rows = answers.map((one) => [
    one.rowId,
    one.code === null ? 'ACCEPTED' : 'REFUSED',
    one.recordType,
    one.internalId,
    one.externalId,
    one.amountCents === null ? '' : decimal(one.amountCents),
    one.amountCents === null ? '' : 'Open',
    one.code ?? '',
    one.code === null ? '' : `NetSuite says ${one.code}`,
    one.sourceFile,
    at.toISOString(),
  ]);
  const text = writeCsv(ACKNOWLEDGEMENT_HEADER, rows);
  return { directory: ACKNOWLEDGEMENT, prefix: '', suffix: `-${feed}-1.csv`, text };
}
