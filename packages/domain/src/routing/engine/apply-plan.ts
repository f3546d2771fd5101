// What is left to plan after a run: without the items it allocated, with the stock and places they took.

import type { RunPlan } from './planning.ts';
import type {
  BrokeringProblem,
  RoutingFacility,
  RoutingOrder,
  StockCell,
} from './routing-problem.ts';

/** The problem the next run of the same moment sees. */
export function applyPlan(problem: BrokeringProblem, plan: RunPlan): BrokeringProblem {
  const planned = new Map(plan.orders.map((one) => [one.orderId, one]));
  const used = unitsUsed(problem, plan);
  const places = placesUsed(problem, plan);
  return {
    ...problem,
    orders: problem.orders.flatMap((order): readonly RoutingOrder[] => {
      const one = planned.get(order.orderId);
      if (one === undefined) return [order];
      const presentAt = [...order.presentAt, ...one.parts.map((part) => part.facilityId)];
      const allocated = new Set(one.parts.flatMap((part) => part.itemSeqs));
      const left = new Map(one.left.map((item) => [item.seq, item]));
      const items = order.items
        .filter((item) => !allocated.has(item.seq))
        .map((item) => left.get(item.seq) ?? item);
      return items.length === 0 ? [] : [{ ...order, presentAt, items }];
    }),
    stock: problem.stock.map((cell): StockCell => {
      const units = used.get(`${cell.facilityId}\n${cell.productId}`) ?? 0;
      return units === 0 ? cell : { ...cell, available: cell.available - units };
    }),
    facilities: problem.facilities.map((facility): RoutingFacility => {
      const count = places.get(facility.facilityId) ?? 0;
      if (count === 0) return facility;
      const { dayLeft, hourLeft } = facility;
      return {
        ...facility,
        dayLeft: dayLeft === null ? null : dayLeft - count,
        hourLeft: hourLeft === null ? null : hourLeft - count,
      };
    }),
  };
}

function unitsUsed(problem: BrokeringProblem, plan: RunPlan): ReadonlyMap<string, number> {
  const items = new Map(
    problem.orders.flatMap((order) =>
      order.items.map((item) => [`${order.orderId}/${item.seq}`, item] as const),
    ),
  );
  const used = new Map<string, number>();
  for (const { orderId, parts } of plan.orders) {
    for (const { facilityId, itemSeqs } of parts) {
      for (const seq of itemSeqs) {
        const item = items.get(`${orderId}/${seq}`);
        const key = `${facilityId}\n${item?.productId ?? ''}`;
        used.set(key, (used.get(key) ?? 0) + (item?.quantity ?? 0));
      }
    }
  }
  return used;
}

function placesUsed(problem: BrokeringProblem, plan: RunPlan): ReadonlyMap<string, number> {
  const present = new Map(problem.orders.map((order) => [order.orderId, order.presentAt]));
  const places = new Map<string, number>();
  for (const { orderId, parts } of plan.orders) {
    for (const facilityId of new Set(parts.map((part) => part.facilityId))) {
      if (present.get(orderId)?.includes(facilityId) === true) continue;
      places.set(facilityId, (places.get(facilityId) ?? 0) + 1);
    }
  }
  return places;
}
