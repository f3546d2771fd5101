// Rows of a line search, gathered by record. A record whose rows may go on behind the limit is left out:
// half an order is worse than an order later.

/** `rows` are sorted by record; `limit` is how many the search was allowed to give. */
export function wholeRecords<Row extends { readonly id: string }>(
  rows: readonly Row[],
  limit: number,
): Row[][] {
  const records = new Map<string, Row[]>();
  for (const row of rows) {
    const lines = records.get(row.id);
    if (lines === undefined) records.set(row.id, [row]);
    else lines.push(row);
  }
  const last = rows[rows.length - 1];
  if (rows.length >= limit && last !== undefined && records.size > 1) records.delete(last.id);
  return [...records.values()];
}
