// Finds the orders in whatever JSON somebody has at hand: GraphQL answers, whole HTTP answers, REST and webhook
// bodies, lists, connections. Looks only where such payloads put an order, never into one.

export interface FoundOrder {
  readonly wire: 'graphql' | 'rest';
  readonly value: Readonly<Record<string, unknown>>;
}

/** Envelopes that are opened, outermost first; deeper nesting than this is no payload of Shopify's. */
const ENVELOPES = [
  'data',
  'response',
  'body',
  'payload',
  'order',
  'orders',
  'node',
  'nodes',
  'edges',
];
const MAXIMUM_DEPTH = 8;

/** All orders in `value`, in their order; empty when there is none. */
export function findOrders(value: unknown, depth = 0): FoundOrder[] {
  if (depth > MAXIMUM_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => findOrders(item, depth + 1));
  if (typeof value === 'string') return findInText(value, depth);
  if (!isRecord(value)) return [];
  const order = asOrder(value);
  if (order !== null) return [order];
  for (const envelope of ENVELOPES) {
    const found = findOrders(value[envelope], depth + 1);
    if (found.length > 0) return found;
  }
  return [];
}

/** A recorded HTTP answer may keep its body as text. */
function findInText(text: string, depth: number): FoundOrder[] {
  if (!/^\s*[[{]/.test(text)) return [];
  try {
    return findOrders(JSON.parse(text), depth + 1);
  } catch {
    return [];
  }
}

function asOrder(value: Readonly<Record<string, unknown>>): FoundOrder | null {
  if ('line_items' in value && 'total_price' in value) return { wire: 'rest', value };
  if ('lineItems' in value && 'totalPriceSet' in value) return { wire: 'graphql', value };
  if (typeof value['id'] === 'string' && value['id'].startsWith('gid://shopify/Order/'))
    return { wire: 'graphql', value };
  return null;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The messages of a GraphQL answer that failed; empty when it did not. */
export function graphqlErrors(value: unknown): string[] {
  if (!isRecord(value)) return [];
  const errors = value['errors'];
  if (Array.isArray(errors))
    return errors.map((one: unknown) => (isRecord(one) ? String(one['message']) : String(one)));
  return typeof errors === 'string' ? [errors] : [];
}
