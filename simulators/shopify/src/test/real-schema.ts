// Shopify's own schema, for tests that hold the simulator against it.
import { fileURLToPath } from 'node:url';
import { buildSchema, execute, parse, validate } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { readSdl } from '../../tools/prune-schema.ts';

const GZIP = fileURLToPath(new URL('../../schema/admin-2026-10.graphql.gz', import.meta.url));

let schema: GraphQLSchema | null = null;

export function realSdl(): string {
  return readSdl(GZIP);
}

/** Built once, in about 0.2 s: Shopify has checked it. */
export function realSchema(): GraphQLSchema {
  schema ??= buildSchema(realSdl(), { assumeValid: true });
  return schema;
}

/**
 * What of an answer the real schema would not have given: the query is run on it with the answer
 * itself as the source, so that every name, enum value, list and null is checked.
 */
export function strangeToShopify(
  query: string,
  data: unknown,
  variables: object = {},
): readonly string[] {
  const document = parse(query);
  const invalid = validate(realSchema(), document);
  if (invalid.length > 0) return invalid.map((error) => error.message);
  const result = execute({
    schema: realSchema(),
    document,
    rootValue: data,
    // Variables only steer what was already answered.
    variableValues: { ...everyVariable(query), ...variables },
    fieldResolver: (...[source, , , info]): unknown => Reflect.get(Object(source), info.path.key),
    typeResolver: (...[source, , , type]) => typeNameOf(Object(source) as object, type.name),
  });
  if (result instanceof Promise) throw new Error('Nothing here waits.');
  const problems = (result.errors ?? []).map((error) => error.message);
  const same = JSON.stringify(result.data) === JSON.stringify(data);
  return same ? problems : [...problems, 'The real schema would answer something else.'];
}

/** As the query asked for it; where it did not, any type of the kind that has the fields. */
function typeNameOf(source: object, type: string): string {
  const name: unknown = Reflect.get(source, '__typename');
  if (typeof name === 'string') return name;
  if (type === 'DiscountApplication') return 'AutomaticDiscountApplication';
  if (type === 'ReturnLineItemType') return 'ReturnLineItem';
  return 'percentage' in source ? 'PricingPercentageValue' : 'MoneyV2';
}

/** A value for each required variable; the answer is fixed already. */
function everyVariable(query: string): Record<string, unknown> {
  const names = [...query.matchAll(/\$(\w+): (ID|String|Int)!/g)];
  return Object.fromEntries(names.map(([, name = '', type]) => [name, type === 'Int' ? 1 : 'x']));
}
