// Which stock an order's open lines want, and what is committed to them.

import type { Decimal } from '../decimal.ts';
import { decimalOf, ONE } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import type { Wish } from '../store/stock.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { isTrue, textOf } from '../store/stored-data.ts';
import { isFulfillable, stockParts } from './items.ts';
import type { LineProgress } from './line-progress.ts';

/** A line wants stock at its own location; without one nothing is committed. [assumed] A kit's members want theirs. */
export function demandOf(engine: Engine, line: LineProgress, orderLocationId = ''): Wish[] {
  const locationId = textOf(line.values, 'location') || orderLocationId;
  const item = engine.store.find('item', textOf(line.values, 'item'));
  const wanted = line.ordered - line.shipped;
  if (line.isClosed || !line.isFulfillable || locationId === '' || item === undefined) return [];
  if (wanted <= 0n) return [];
  return stockParts(engine, item).map((part) => ({
    line: line.line,
    itemId: part.itemId,
    locationId,
    wanted: (wanted * part.each) / ONE,
  }));
}

/** What is committed to a line and what it still lacks; nothing once it is closed. */
export function commitmentOf(
  engine: Engine,
  order: StoredData,
  values: Values,
): { committed: Decimal; backordered: Decimal } {
  const none = { committed: 0n, backordered: 0n };
  const status = textOf(order.fields, 'orderstatus');
  const item = engine.store.find('item', textOf(values, 'item'));
  if (item === undefined || !isFulfillable(item) || isTrue(values, 'isclosed')) return none;
  const open = decimalOf(values['quantity']) - decimalOf(values['quantityfulfilled']);
  if (status === 'A' || status === 'C' || open <= 0n) return none;
  const parts = stockParts(engine, item);
  if (parts.length === 0) return { committed: open, backordered: 0n };
  const locationId = textOf(values, 'location');
  if (locationId === '') return none;
  const demands = parts.map(({ itemId, each }) => {
    const line = textOf(values, 'line');
    const own = engine.stock.committedTo({ orderId: order.id, line, itemId, locationId });
    return (own * ONE) / each;
  });
  const committed = demands.reduce((a, b) => (a < b ? a : b));
  return { committed, backordered: open - committed };
}
