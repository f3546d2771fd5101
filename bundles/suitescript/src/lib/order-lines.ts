// Lines of a loaded transaction, addressed by NetSuite's own line ids.

import type * as record from 'N/record';

/**
 * Index in the item sublist by line id. `field` is `line` on an order, `orderline` on what was made from
 * one; both are compared as text, because that is how NetSuite gives them.
 */
export function lineIndexes(
  loaded: record.Record,
  field: 'line' | 'orderline',
): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  const count = loaded.getLineCount({ sublistId: 'item' });
  for (let line = 0; line < count; line += 1) {
    const id = loaded.getSublistValue({ sublistId: 'item', fieldId: field, line });
    indexes.set(String(id), line);
  }
  return indexes;
}
