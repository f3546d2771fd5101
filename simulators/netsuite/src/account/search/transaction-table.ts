// Searching transactions: which names are fields of their rows, and where their joins lead.

import type { Engine } from '../engine.ts';
import type { FieldSchema } from '../schema/field.ts';
import { isTransaction } from '../schema/record-kinds.ts';
import { standardTypes } from '../schema/standard.ts';
import type { StoredData } from '../store/stored-data.ts';
import { linesOf, textOf } from '../store/stored-data.ts';
import { fieldCell } from './field-cell.ts';
import { itemTable } from './item-table.ts';
import { bodyFieldReader, commonField, familyTable } from './plain-table.ts';
import type { Join, Row, SearchField, Table } from './table.ts';
import { recordRow } from './table.ts';
import { transactionField } from './transaction-fields.ts';

/** The transaction types the account keeps. */
export const TRANSACTION_TYPES: readonly string[] = [
  'salesorder',
  'itemfulfillment',
  'invoice',
  'cashsale',
  'customerdeposit',
  'depositapplication',
  'customerrefund',
  'creditmemo',
  'returnauthorization',
  'itemreceipt',
  'inventoryadjustment',
  'inventorytransfer',
  'transferorder',
  'purchaseorder',
  'customerpayment',
  'cashrefund',
].filter(isTransaction);

export const transactionTable: Table = {
  field: (engine, name) =>
    commonField(name) ??
    transactionField(name) ??
    bodyField(engine, name) ??
    lineField(engine, name),
  join: (_engine, name) => JOINS[name] ?? null,
};

// Body fields are the same on every row of a transaction. Standard ones must be search names too.
function bodyField(engine: Engine, name: string): SearchField | null {
  const field = findField(engine, (type) => engine.schema.type(type).fields.get(name));
  if (field === null || (!field.custom && !isSearchName(name))) return null;
  return bodyFieldReader(field);
}

// Line fields are blank on the main row and on the rows the system adds.
function lineField(engine: Engine, name: string): SearchField | null {
  const field = findField(engine, (type) => {
    const { sublists } = engine.schema.type(type);
    return (sublists.get('item') ?? sublists.get('inventory'))?.fields.get(name);
  });
  if (field?.custom !== true) return null;
  return { read: (own, row) => fieldCell(own, field, row.line[field.id]) };
}

function findField(
  engine: Engine,
  find: (type: string) => FieldSchema | undefined,
): FieldSchema | null {
  for (const type of TRANSACTION_TYPES) {
    const field = engine.schema.has(type) ? find(type) : undefined;
    if (field !== undefined) return field;
  }
  return null;
}

function isSearchName(name: string): boolean {
  const standard = standardTypes().get('transaction');
  const names = [...(standard?.searchFilters ?? []), ...(standard?.searchColumns ?? [])];
  return names.some((field) => field.internalId === name);
}

function throughField(id: string, target: string): Join['follow'] {
  return (engine, row) => {
    const value = textOf(row.line, id) || textOf(row.record.fields, id);
    const joined = engine.store.find(target, value);
    return joined === undefined ? null : recordRow(joined);
  };
}

const toCustomer: Join['follow'] = (engine, { record }) => {
  const id = textOf(record.fields, 'entity') || textOf(record.fields, 'customer');
  const joined = engine.store.find('entity', id);
  return joined === undefined ? null : recordRow(joined);
};

const toPart: Join = {
  table: { field: (engine, name) => transactionTable.field(engine, name), join: () => null },
  follow: (_engine, { part }) => (part === null ? null : recordRow(part)),
};

// A joined record's fields are searched, not its own joins.
const JOINS: Readonly<Record<string, Join>> = {
  createdfrom: { table: toPart.table, follow: throughField('createdfrom', 'transaction') },
  applyingtransaction: toPart,
  appliedtotransaction: toPart,
  fulfillingtransaction: toPart,
  billingtransaction: toPart,
  customer: { table: familyTable('entity'), follow: toCustomer },
  customermain: { table: familyTable('entity'), follow: toCustomer },
  location: { table: familyTable('location'), follow: throughField('location', 'location') },
  tolocation: {
    table: familyTable('location'),
    follow: throughField('transferlocation', 'location'),
  },
  item: { table: itemTable, follow: throughField('item', 'item') },
  department: {
    table: familyTable('department'),
    follow: throughField('department', 'department'),
  },
  subsidiary: {
    table: familyTable('subsidiary'),
    follow: throughField('subsidiary', 'subsidiary'),
  },
};

/** Names that multiply a transaction's rows by the transactions related to it. */
export const RELATED: ReadonlySet<string> = new Set([
  'applyingtransaction',
  'appliedtotransaction',
  'fulfillingtransaction',
  'billingtransaction',
]);

/** The transactions that multiply a row; [] leaves the row alone with nothing joined. */
export function relatedTo(engine: Engine, row: Row, relation: string): StoredData[] {
  const { record } = row;
  if (relation === 'appliedtotransaction') return appliedTo(engine, record);
  const linked = engine.store.linkedTo(record.id).filter((each) => concerns(each, row));
  if (relation === 'fulfillingtransaction') {
    return linked.filter((each) => each.type === 'itemfulfillment' || each.type === 'itemreceipt');
  }
  if (relation === 'billingtransaction') {
    return linked.filter((each) => each.type === 'invoice' || each.type === 'cashsale');
  }
  return linked;
}

// On a line row only what was done to that line counts; deposits and payments belong to the main row. [assumed]
function concerns(linked: StoredData, row: Row): boolean {
  if (row.lineKind === 'main') return true;
  const line = textOf(row.line, 'line');
  return linesOf(linked, 'item').some((each) => line !== '' && each['orderline'] === line);
}

function appliedTo(engine: Engine, record: StoredData): StoredData[] {
  const ids = ['createdfrom', 'salesorder', 'deposit'].map((id) => textOf(record.fields, id));
  const docs = linesOf(record, 'apply').map((line) => textOf(line, 'doc'));
  return [...new Set([...ids, ...docs])]
    .map((id) => engine.store.find('transaction', id))
    .filter((each) => each !== undefined);
}
