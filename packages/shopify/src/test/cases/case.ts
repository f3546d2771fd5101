// A case of the collection: a payload as Shopify sends it, and by hand what it means. `write-cases.ts` puts both
// into fixtures/cases, one file each, where `sendsale order read` can be tried on them.

export interface Expected {
  readonly channel: string;
  /** "DELIVERY > POSTING" → "SKU ×units", with "(n fulfilled, n cancelled)" where there are some. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** "KIND amount", line by line, group by group, then the order's. */
  readonly charges: readonly string[];
  /** What the order comes to for us. */
  readonly total: string;
  /** "KIND gateway amount", and the status where it is not SUCCESS. */
  readonly payments: readonly string[];
  /** "SKU or line ×units RESTOCK_TYPE subtotal+tax", "shipping amount", "difference amount". */
  readonly refunds: readonly string[];
  readonly problems: readonly string[];
}

export interface Case {
  /** kebab-case: the file's name. */
  readonly name: string;
  readonly payload: unknown;
  readonly expected: Expected;
}

const NOTHING: Expected = {
  channel: 'POS',
  groups: {},
  charges: [],
  total: '0.00',
  payments: [],
  refunds: [],
  problems: [],
};

export function expected(parts: Partial<Expected>): Expected {
  return { ...NOTHING, ...parts };
}
