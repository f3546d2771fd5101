import { readFileSync } from 'node:fs';
import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { pruneSchema } from '../../tools/prune-schema.ts';
import { realSchema, realSdl } from '../test/real-schema.ts';
import { servedSchema } from './schema.ts';

const PRUNED = readFileSync(
  new URL('../../schema/admin-2026-10.pruned.graphql', import.meta.url),
  'utf8',
);

/** Every type, field, argument, input field, enum value and interface as one line with its type. */
function facts(schema: GraphQLSchema): Set<string> {
  const lines = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return [];
    const own = [`${type.constructor.name} ${type.name}`];
    if (isEnumType(type)) return [...own, ...type.getValues().map((v) => `${type.name}.${v.name}`)];
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      return [
        ...own,
        ...fields.map(
          (f) => `${type.name}.${f.name}: ${String(f.type)} = ${String(f.defaultValue)}`,
        ),
      ];
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return own;
    const fields = Object.values(type.getFields()).flatMap((field) => [
      `${type.name}.${field.name}: ${String(field.type)}`,
      ...field.args.map(
        (a) =>
          `${type.name}.${field.name}(${a.name}: ${String(a.type)} = ${String(a.defaultValue)})`,
      ),
    ]);
    return [
      ...own,
      ...type.getInterfaces().map((i) => `${type.name} implements ${i.name}`),
      ...fields,
    ];
  });
  return new Set(lines);
}

describe('the schema served', () => {
  test('offers nothing that the real schema has not got, with the same types and nullability', () => {
    const real = facts(realSchema());
    const strange = [...facts(servedSchema())].filter((fact) => !real.has(fact));
    expect(strange).toEqual([]);
  });

  test('keeps every enum value of the enums it has', () => {
    const served = buildSchema(PRUNED);
    for (const type of Object.values(served.getTypeMap())) {
      if (!isEnumType(type) || type.name.startsWith('__')) continue;
      const full = realSchema().getType(type.name);
      expect(isEnumType(full) && full.getValues().length).toBe(type.getValues().length);
    }
  });

  test('leaves out no required argument: a query that is right for it is right for the real one', () => {
    const changes = findBreakingChanges(buildSchema(PRUNED), realSchema());
    expect(changes.map((change) => change.description)).toEqual([]);
  });

  test('is what the pruning tool makes today', () => {
    expect(pruneSchema(realSdl())).toBe(PRUNED);
  });

  test('carries the ISC notice', () => {
    expect(PRUNED.slice(0, 400)).toContain('ISC License. Copyright 2025-present, Shopify Inc.');
  });
});
