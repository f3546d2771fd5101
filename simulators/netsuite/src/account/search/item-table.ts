// Searching items: one row an item, or one an item and location when quantities by location are asked for, or one
// a member of a kit.

import type { Decimal } from '../decimal.ts';
import { numberOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { isStocked } from '../lifecycle/items.ts';
import { recordText } from '../records/references.ts';
import { recordKind } from '../schema/record-kinds.ts';
import type { StockLevel } from '../store/stock.ts';
import type { StoredData } from '../store/stored-data.ts';
import { textOf } from '../store/stored-data.ts';
import { dateCell, numberCell, selectCell, textCell } from './cell.ts';
import { bodyFieldReader, commonField, familyTable } from './plain-table.ts';
import type { Row, SearchField, Table } from './table.ts';
import { recordRow } from './table.ts';

export const itemTable: Table = {
  field: (engine, name) => commonField(name) ?? ITEM_FIELDS[name] ?? schemaField(engine, name),
  join: (_engine, name) => {
    if (name !== 'inventorylocation') return null;
    return {
      table: familyTable('location'),
      follow: (_own, { part }) => (part === null ? null : recordRow(part)),
    };
  },
};

function schemaField(engine: Engine, name: string): SearchField | null {
  for (const type of ['inventoryitem', 'kititem', 'discountitem']) {
    const field = engine.schema.type(type).fields.get(name);
    if (field !== undefined) return bodyFieldReader(field);
  }
  return null;
}

function byLocation(read: (level: StockLevel) => Decimal): SearchField {
  return {
    read: (engine, { record, part }) => {
      const level = part === null ? null : engine.stock.level(record.id, part.id);
      return numberCell(level === null ? null : numberOf(read(level)));
    },
  };
}

function overall(read: (level: StockLevel) => Decimal): SearchField {
  return {
    read: (engine, { record }) => {
      if (!isStocked(record)) return numberCell(null);
      const levels = engine.stock.levels().filter((level) => level.itemId === record.id);
      return numberCell(numberOf(levels.reduce((total, level) => total + read(level), 0n)));
    },
  };
}

const onHand = (level: StockLevel): Decimal => level.onHand;
const available = (level: StockLevel): Decimal => level.onHand - level.committed;
const committed = (level: StockLevel): Decimal => level.committed;
const backordered = (level: StockLevel): Decimal => level.backordered;

const ITEM_FIELDS: Readonly<Record<string, SearchField>> = {
  type: {
    read: (_engine, { record }) => {
      const kind = recordKind(record.type);
      return selectCell(kind.searchCode, kind.label);
    },
  },
  itemid: { read: (engine, { record }) => textCell(recordText(engine.store, record)) },
  name: { read: (engine, { record }) => textCell(recordText(engine.store, record)) },
  created: { read: (_engine, { record }) => dateCell(record.fields['createddate'], 'datetime') },
  modified: {
    read: (_engine, { record }) => dateCell(record.fields['lastmodifieddate'], 'datetime'),
  },
  quantityonhand: overall(onHand),
  quantityavailable: overall(available),
  quantitycommitted: overall(committed),
  quantitybackordered: overall(backordered),
  locationquantityonhand: byLocation(onHand),
  locationquantityavailable: byLocation(available),
  locationquantitycommitted: byLocation(committed),
  locationquantitybackordered: byLocation(backordered),
  inventorylocation: {
    read: (engine, { part }) =>
      part === null ? selectCell(null, '') : selectCell(part.id, recordText(engine.store, part)),
  },
  memberitem: {
    read: (engine, { member }) => {
      const id = textOf(member, 'item');
      const item = engine.store.find('item', id);
      return selectCell(id, item === undefined ? id : recordText(engine.store, item));
    },
  },
  memberquantity: { read: (_engine, { member }) => numberCell(member['quantity']) },
};

/** Names that multiply an item's rows by location. */
export function isByLocation(name: string): boolean {
  return name === 'inventorylocation' || name.startsWith('locationquantity');
}

/** The rows of an item by the active locations of the account. */
export function locationRows(engine: Engine, row: Row): Row[] {
  const locations: StoredData[] = engine.store.list('location');
  return locations
    .filter((location) => location.fields['isinactive'] !== true)
    .map((part) => ({ ...row, part }));
}
