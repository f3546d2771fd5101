// A small retailer's account for the tests of this folder: two locations, a customer, a few items, stock.

import type {
  Account,
  FieldValue,
  FilterTerm,
  RecordSession,
  SearchColumn,
  SearchDefinition,
} from '../account.ts';
import { createAccount } from '../create-account.ts';
import type { Preferences } from '../preferences.ts';

export type Fields = Readonly<Record<string, FieldValue>>;

export interface Retailer {
  readonly account: Account;
  /** Moves the account's clock. */
  readonly setNow: (iso: string) => void;
  /** Closes every accounting period, or opens them again. */
  readonly closePeriods: (isClosed: boolean) => void;
  readonly store: string;
  readonly warehouse: string;
  readonly customer: string;
  readonly shirt: string;
  readonly jacket: string;
  /** A non-inventory item that is not fulfilled, for tax and tips. */
  readonly charge: string;
  readonly lineDiscount: string;
  readonly orderDiscount: string;
  readonly taxCode: string;
  readonly card: string;
  readonly ground: string;
  readonly adjustmentAccount: string;
}

/** An account with 10 shirts and 5 jackets in the warehouse and 2 shirts in the store. */
export function openRetailer(preferences: Partial<Preferences> = {}): Retailer {
  let now = new Date('2026-11-23T15:00:00Z');
  let isPeriodClosed = false;
  const account = createAccount({
    now: () => now,
    isPeriodClosed: () => isPeriodClosed,
    preferences: { timeZone: 'America/New_York', ...preferences },
  });
  const make = (type: string, fields: Fields): string => create(account, type, fields);
  const store = make('location', { name: 'Store 12', subsidiary: '1', locationtype: '1' });
  const warehouse = make('location', {
    name: 'Warehouse East',
    subsidiary: '1',
    locationtype: '2',
  });
  const retailer = {
    account,
    setNow: (iso: string) => {
      now = new Date(iso);
    },
    closePeriods: (isClosed: boolean) => {
      isPeriodClosed = isClosed;
    },
    store,
    warehouse,
    customer: make('customer', { ...PERSON, externalid: 'cust-1' }),
    shirt: make('inventoryitem', { itemid: 'SHIRT-M', baseprice: 20 }),
    jacket: make('inventoryitem', { itemid: 'JACKET-L', baseprice: 99.95 }),
    charge: make('otherchargeitem', { itemid: 'SHOPIFY TAX' }),
    lineDiscount: make('discountitem', { itemid: 'SHOPIFY ITEM DISCOUNT' }),
    orderDiscount: make('discountitem', { itemid: 'SHOPIFY DISCOUNT' }),
    taxCode: make('salestaxitem', { itemid: 'NY', rate: '8.875%' }),
    card: make('paymentmethod', { name: 'Shopify Payment' }),
    ground: make('shipitem', { itemid: 'Ground', carrier: 'ups' }),
    adjustmentAccount: make('account', { acctname: 'Inventory Variance', acctnumber: '5100' }),
  };
  stock(retailer, { item: retailer.shirt, location: warehouse, quantity: 10 });
  stock(retailer, { item: retailer.jacket, location: warehouse, quantity: 5 });
  stock(retailer, { item: retailer.shirt, location: store, quantity: 2 });
  return retailer;
}

const PERSON: Fields = { isperson: 'T', firstname: 'Ann', lastname: 'Lee', subsidiary: '1' };

/** Creates and saves a record of body fields. @returns its id. */
export function create(account: Account, type: string, fields: Fields): string {
  return set(account.records.create({ type }), fields).save();
}

/** Sets body fields one by one. */
export function set(session: RecordSession, fields: Fields): RecordSession {
  for (const [fieldId, value] of Object.entries(fields)) session.setValue(fieldId, value);
  return session;
}

/** Adds lines in standard mode. */
export function addLines(
  session: RecordSession,
  sublistId: string,
  lines: readonly Fields[],
): RecordSession {
  for (const line of lines) {
    const at = session.getLineCount(sublistId);
    for (const [fieldId, value] of Object.entries(line)) {
      session.setSublistValue(sublistId, fieldId, at, value);
    }
  }
  return session;
}

/** Changes what a location holds of an item. */
export function stock(
  retailer: Pick<Retailer, 'account' | 'adjustmentAccount'>,
  change: { item: string; location: string; quantity: number },
): string {
  const session = retailer.account.records.create({ type: 'inventoryadjustment' });
  set(session, { account: retailer.adjustmentAccount, subsidiary: '1' });
  return addLines(session, 'inventory', [
    { item: change.item, location: change.location, adjustqtyby: change.quantity },
  ]).save();
}

/** Saves a sales order of the lines given. @returns its id. */
export function order(retailer: Retailer, lines: readonly Fields[], fields: Fields = {}): string {
  const session = retailer.account.records.create({ type: 'salesorder' });
  set(session, { entity: retailer.customer, ...fields });
  return addLines(session, 'item', lines).save();
}

/** Ships the lines of an order that the location given holds. @returns the fulfillment's id. */
export function ship(
  retailer: Retailer,
  orderId: string,
  lines: Readonly<Record<string, { quantity?: number; location: string }>>,
): string {
  const session = retailer.account.records.transform({
    fromType: 'salesorder',
    fromId: orderId,
    toType: 'itemfulfillment',
  });
  session.setValue('shipstatus', 'C');
  for (let at = 0; at < session.getLineCount('item'); at++) {
    const wanted = lines[String(session.getSublistValue('item', 'orderline', at))];
    session.setSublistValue('item', 'itemreceive', at, wanted !== undefined);
    if (wanted === undefined) continue;
    session.setSublistValue('item', 'location', at, wanted.location);
    if (wanted.quantity !== undefined) {
      session.setSublistValue('item', 'quantity', at, wanted.quantity);
    }
  }
  return session.save();
}

/** Bills what an order has to be billed. @returns the invoice's id. */
export function bill(retailer: Retailer, orderId: string): string {
  return retailer.account.records
    .transform({ fromType: 'salesorder', fromId: orderId, toType: 'invoice' })
    .save();
}

/** Takes a deposit for an order. @returns its id. */
export function deposit(retailer: Retailer, orderId: string, payment: number): string {
  const session = retailer.account.records.create({
    type: 'customerdeposit',
    defaultValues: { salesorder: orderId },
  });
  return set(session, { payment, paymentmethod: retailer.card }).save();
}

/** A body field as it is stored. */
export function stored(account: Account, type: string, id: string): Fields {
  return account.records.list(type).find((record) => record.id === id)?.fields ?? {};
}

/** The status a user sees. */
export function statusOf(account: Account, type: string, id: string): string | null {
  return account.records.list(type).find((record) => record.id === id)?.statusText ?? null;
}

/** A filter term: `term('type', 'anyof', 'SalesOrd')`, `term('createdfrom.type', …)`. */
export function term(name: string, operator: string, ...values: readonly string[]): FilterTerm {
  const [own, join] = name.split('.').reverse();
  return { name: own ?? name, join: join ?? null, operator, values, formula: null };
}

/** A column: `column('item')`, `column('createdfrom.externalid')`, `column('formulatext', '{item}')`. */
export function column(name: string, formula: string | null = null): SearchColumn {
  const [own, join] = name.split('.').reverse();
  return {
    name: own ?? name,
    join: join ?? null,
    label: null,
    formula,
    function: null,
    summary: null,
    sort: null,
  };
}

/** The values of a search, row by row. */
export function found(account: Account, search: SearchDefinition): string[][] {
  return account.searches.run(search).map((row) => row.values.map((cell) => cell.value));
}
