// The kinds of line a posting has in NetSuite, and what NetSuite calls each.

export const POSTING_LINE_KINDS = ['ITEM', 'DISCOUNT', 'TAX', 'TIP', 'DUTY', 'ROUNDING'] as const;
export type PostingLineKind = (typeof POSTING_LINE_KINDS)[number];

/** `custcol_hc_orderline_type_id` of the line; null for goods, which carry none. */
export function orderLineTypeId(kind: PostingLineKind, key: string): string | null {
  if (kind === 'ITEM') return null;
  return kind === 'DISCOUNT' ? `HC_DISCOUNT_${key}` : `HC_${kind}`;
}
