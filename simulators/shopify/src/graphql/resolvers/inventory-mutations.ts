// inventorySetQuantities and inventoryAdjustQuantities: both need @idempotent and a changeFromQuantity
// (which may be null), and change all their levels or none.
import { COUNTED, onHand } from '../../orders/stock.ts';
import { gid, legacyId } from '../../state/gid.ts';
import type { Gid, Level } from '../../state/model.ts';
import { instant, levelKey, newId } from '../../state/shop.ts';
import type { Shop } from '../../state/shop.ts';
import { requireScope } from '../context.ts';
import type { Call, FieldResolvers } from '../context.ts';
import { invalidFieldArguments } from '../errors.ts';
import { once } from '../idempotent.ts';
import { readItem, readLocation } from './inventory.ts';

interface Common {
  readonly name: string;
  readonly reason: string;
  readonly referenceDocumentUri?: string | null;
}
interface Target {
  readonly inventoryItemId: Gid;
  readonly locationId: Gid;
  readonly changeFromQuantity?: number | null;
  readonly ledgerDocumentUri?: string | null;
}
type SetInput = Common & {
  readonly quantities: readonly (Target & { readonly quantity: number })[];
};
type AdjustInput = Common & { readonly changes: readonly (Target & { readonly delta: number })[] };

const REASONS = new Set(
  `correction cycle_count_available damaged movement_canceled movement_created movement_received
  movement_updated other promotion quality_control received reservation_created reservation_deleted
  reservation_updated restock safety_stock shrinkage`.split(/\s+/),
);
const ADJUSTABLE = [
  'available',
  'reserved',
  'damaged',
  'safety_stock',
  'quality_control',
  'incoming',
];
const MAX_QUANTITY = 1_000_000_000;

export const inventoryMutations: FieldResolvers<unknown> = {
  inventorySetQuantities: (...[, args, context, info]: Call<unknown, { input: SetInput }>) => {
    requireScope(context, 'write_inventory', 'inventorySetQuantities field');
    const { input } = args;
    requireChangeFrom(info.fieldName, input.quantities);
    return once(context, { args, info }, () => {
      const isKnown = input.name === 'available' || input.name === 'on_hand';
      if (!isKnown)
        return refuse(
          ['input', 'name'],
          'The quantity name must be available or on_hand.',
          'INVALID_NAME',
        );
      const plan = planOf(
        context.shop,
        input,
        input.quantities.map((target) => ({
          target,
          name: input.name,
          to: (now: number) => target.quantity - now,
        })),
      );
      return apply(context.shop, input, plan);
    });
  },
  inventoryAdjustQuantities: (
    ...[, args, context, info]: Call<unknown, { input: AdjustInput }>
  ) => {
    requireScope(context, 'write_inventory', 'inventoryAdjustQuantities field');
    const { input } = args;
    requireChangeFrom(info.fieldName, input.changes);
    return once(context, { args, info }, () => {
      if (!ADJUSTABLE.includes(input.name)) {
        const message = `The specified quantity name is invalid. Valid values are: ${ADJUSTABLE.join(', ')}.`;
        return refuse(['input', 'name'], message, 'INVALID_QUANTITY_NAME');
      }
      const plan = planOf(
        context.shop,
        input,
        input.changes.map((target) => ({
          target,
          name: input.name,
          to: () => target.delta,
        })),
      );
      return apply(context.shop, input, plan);
    });
  },
};

function requireChangeFrom(field: string, targets: readonly Target[]): void {
  if (targets.some((target) => target.changeFromQuantity === undefined)) {
    throw invalidFieldArguments(
      `${field} requires changeFromQuantity; pass null to skip the comparison.`,
    );
  }
}

interface Wanted {
  readonly target: Target;
  readonly name: string;
  /** The delta, given what the quantity is now. */
  readonly to: (now: number) => number;
}
interface Step {
  readonly level: Level;
  readonly name: string;
  readonly delta: number;
}
type Plan = readonly Step[] | { readonly userErrors: readonly object[] };

function planOf(shop: Shop, input: Common, wanted: readonly Wanted[]): Plan {
  if (!REASONS.has(input.reason)) {
    const message =
      'The specified reason is invalid. Valid values are: ' + [...REASONS].join(', ') + '.';
    return refuse(['input', 'reason'], message, 'INVALID_REASON');
  }
  const list = 'quantities' in input ? 'quantities' : 'changes';
  const steps: Step[] = [];
  for (const [index, { target, name, to }] of wanted.entries()) {
    const path = ['input', list, String(index)];
    const level = shop.levels.get(levelKey(target.inventoryItemId, target.locationId));
    if (!shop.variantsByItem.has(target.inventoryItemId)) {
      return refuse(
        [...path, 'inventoryItemId'],
        'The specified inventory item could not be found.',
        'INVALID_INVENTORY_ITEM',
      );
    }
    if (level === undefined) {
      return refuse(
        [...path, 'locationId'],
        'The specified location could not be found.',
        'INVALID_LOCATION',
      );
    }
    const now = name === 'on_hand' ? onHand(level) : counted(level, name);
    if (typeof target.changeFromQuantity === 'number' && target.changeFromQuantity !== now) {
      return refuse(
        [...path, 'changeFromQuantity'],
        'The changeFromQuantity argument no longer matches the persisted quantity.',
        'CHANGE_FROM_QUANTITY_STALE',
      );
    }
    const delta = to(now);
    if (Math.abs(now + delta) > MAX_QUANTITY) {
      return refuse(
        path,
        `The quantity can't be beyond ${MAX_QUANTITY}.`,
        'INVALID_QUANTITY_TOO_HIGH',
      );
    }
    // What is set on hand is set through available: the other counts have owners of their own.
    steps.push({ level, name: name === 'on_hand' ? 'available' : name, delta });
  }
  return steps;
}

function apply(shop: Shop, input: Common, plan: Plan): object {
  if ('userErrors' in plan) return plan;
  const at = instant(shop);
  const changes = plan.flatMap(({ level, name, delta }) => {
    const after = counted(level, name) + delta;
    Reflect.set(level, name, after);
    level.updatedAt = at;
    const where = { itemId: level.itemId, locationId: level.locationId, delta };
    const own = { ...where, name, quantityAfterChange: after };
    const isOnHand = COUNTED.some((counts) => counts === name);
    return isOnHand
      ? [own, { ...where, name: 'on_hand', quantityAfterChange: onHand(level) }]
      : [own];
  });
  if (changes.every((change) => change.delta === 0)) {
    return { inventoryAdjustmentGroup: null, userErrors: [] };
  }
  return {
    inventoryAdjustmentGroup: {
      id: gid('InventoryAdjustmentGroup', legacyId(newId(shop, 'InventoryAdjustmentGroup'))),
      createdAt: at,
      reason: input.reason,
      referenceDocumentUri: input.referenceDocumentUri ?? null,
      changes,
    },
    userErrors: [],
  };
}

function counted(level: Level, name: string): number {
  const value: unknown = Reflect.get(level, name);
  return typeof value === 'number' ? value : 0;
}

function refuse(field: readonly string[], message: string, code: string): { userErrors: object[] } {
  return { userErrors: [{ field, message, code }] };
}

export const inventoryChange: FieldResolvers<{ itemId: Gid; locationId: Gid }> = {
  item: ({ itemId }, _, { shop }) => readItem(shop, itemId),
  location: ({ locationId }, _, { shop }) => readLocation(shop, locationId),
  ledgerDocumentUri: () => null,
};
