import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { OPERATIONS } from './operations.ts';

// Shopify's own schema (ISC), kept once in the repository, beside the simulator.
const SCHEMA = new URL(
  '../../../../simulators/shopify/schema/admin-2026-10.graphql.gz',
  import.meta.url,
);
const schema = buildSchema(gunzipSync(readFileSync(SCHEMA)).toString('utf8'));

test.each(Object.entries(OPERATIONS))('%s is valid in the real 2026-10 schema', (_, text) => {
  expect(validate(schema, parse(text)).map((error) => error.message)).toEqual([]);
});
