// Reads an instance file of `sendsale route` (issue 6): shapes and numbers by schema, then what the parts must
// say about each other, so that a mistake is named where it stands.

import { readFile } from 'node:fs/promises';
import type { RoutingProblem } from '@sendsale/domain';
import { z } from 'zod';
import { CommandFailure } from '../failure.ts';

const dollars = z.number().nonnegative();
const place = { lat: z.number().min(-90).max(90), lng: z.number().min(-360).max(360) };
const zoneCosts = z.record(z.string(), z.array(dollars));

type StockTuple = readonly [facility: string, sku: string, units: number, credit?: number];

const STOCK_ROW = 'facility, SKU, units (0 or more) and perhaps a credit wanted';

// By hand: files have hundreds of thousands of these, and a schema takes ten times as long over each.
function isStockRow(row: unknown): boolean {
  if (!Array.isArray(row) || row.length < 3 || row.length > 4) return false;
  const cells: readonly unknown[] = row;
  const [facility, sku, units, credit = 0] = cells;
  const areNumbers = Number.isFinite(units) && Number.isFinite(credit);
  return (
    typeof facility === 'string' && typeof sku === 'string' && areNumbers && Number(units) >= 0
  );
}

const instanceSchema = z.object({
  zones: z.object({
    limitMiles: z.array(z.number().nonnegative().nullable()).min(1).max(200),
    base: zoneCosts,
    perPound: zoneCosts,
  }),
  maxMiles: z.record(z.string(), z.number().nonnegative().nullable()).default({}),
  unfilledPerUnit: dollars,
  facilities: z.array(
    z.object({
      id: z.string(),
      ...place,
      capacity: z.number().nonnegative().nullable().default(null),
      perShipment: dollars,
      perUnit: dollars,
    }),
  ),
  skus: z.array(z.object({ id: z.string(), pounds: dollars })),
  stock: z.custom<readonly StockTuple[]>(Array.isArray, 'rows of stock wanted'),
  orders: z.array(
    z.object({
      id: z.string(),
      ...place,
      method: z.string(),
      lines: z.array(z.tuple([z.string(), z.number().int().positive()])),
      maxShipments: z.number().int().positive().optional(),
    }),
  ),
});

type Instance = z.infer<typeof instanceSchema>;

const SHOWN_MAX = 10;

/** The problem in a file. Throws CommandFailure that says what is wrong, and where. */
export async function readRoutingProblem(path: string): Promise<RoutingProblem> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CommandFailure(`${path} cannot be read: ${String(error)}`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new CommandFailure(`${path} is not JSON: ${String(error)}`);
  }
  const parsed = instanceSchema.safeParse(json);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(
      (issue) => `${issue.path.map(String).join('.')}: ${issue.message}`,
    );
    throw refusal(path, issues);
  }
  const wrong = parsed.data.stock.flatMap((row, index) =>
    isStockRow(row) ? [] : [`stock.${index}: ${STOCK_ROW}`],
  );
  if (wrong.length > 0) throw refusal(path, wrong);
  const problems = contradictions(parsed.data);
  if (problems.length > 0) throw refusal(path, problems);
  return problemOf(parsed.data);
}

function refusal(path: string, sentences: readonly string[]): CommandFailure {
  const more = sentences.length > SHOWN_MAX ? [`and ${sentences.length - SHOWN_MAX} more`] : [];
  return new CommandFailure(
    [`${path} is not a routing instance:`, ...sentences.slice(0, SHOWN_MAX), ...more].join('\n  '),
  );
}

function contradictions(instance: Instance): readonly string[] {
  const { facilities, skus, orders, stock, zones } = instance;
  const problems = [
    ...repeated(facilities, 'facilities'),
    ...repeated(skus, 'skus'),
    ...repeated(orders, 'orders'),
    ...zoneContradictions(zones),
  ];
  const facilityIds = new Set(facilities.map(({ id }) => id));
  const skuIds = new Set(skus.map(({ id }) => id));
  const cells = new Map<string, Set<string>>();
  for (const [index, [facility, sku]] of stock.entries()) {
    if (!facilityIds.has(facility)) problems.push(`stock.${index}: no facility ${facility}`);
    if (!skuIds.has(sku)) problems.push(`stock.${index}: no SKU ${sku}`);
    const held = cells.get(facility) ?? new Set();
    if (held.has(sku)) problems.push(`stock.${index}: ${sku} at ${facility} stands there twice`);
    cells.set(facility, held.add(sku));
  }
  for (const [index, order] of orders.entries()) {
    if (zones.base[order.method] === undefined) {
      problems.push(`orders.${index}.method: zones.base has no ${order.method}`);
    }
    const unknown = order.lines.find(([sku]) => !skuIds.has(sku));
    if (unknown !== undefined) problems.push(`orders.${index}.lines: no SKU ${unknown[0]}`);
  }
  return problems;
}

function repeated(things: ReadonlyArray<{ readonly id: string }>, where: string): string[] {
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const [index, { id }] of things.entries()) {
    if (seen.has(id)) problems.push(`${where}.${index}.id: ${id} stands there twice`);
    seen.add(id);
  }
  return problems;
}

function zoneContradictions(zones: Instance['zones']): readonly string[] {
  const count = zones.limitMiles.length;
  const limits = zones.limitMiles.map((limit) => limit ?? Infinity);
  const problems: string[] = [];
  if (limits.some((limit, index) => index > 0 && limit <= (limits[index - 1] ?? 0))) {
    problems.push('zones.limitMiles: must rise, null last');
  }
  for (const [method, costs] of Object.entries(zones.base)) {
    if (costs.length !== count) problems.push(`zones.base.${method}: ${count} zones wanted`);
    if (zones.perPound[method]?.length !== count) {
      problems.push(`zones.perPound.${method}: ${count} zones wanted`);
    }
  }
  return problems;
}

function problemOf(instance: Instance): RoutingProblem {
  const { maxMiles, stock, orders } = instance;
  return {
    ...instance,
    maxMiles: Object.fromEntries(
      Object.entries(maxMiles).flatMap(([method, miles]) =>
        miles === null ? [] : [[method, miles]],
      ),
    ),
    stock: stock.map(([facility, sku, units, credit = 0]) => [facility, sku, units, credit]),
    orders: orders.map(({ maxShipments, ...order }) => ({
      ...order,
      ...(maxShipments === undefined ? {} : { maxShipments }),
    })),
  };
}
