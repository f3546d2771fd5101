// Which behaviour each record type has.

import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import { customer } from './customer.ts';
import { salesOrder } from './sales-order.ts';

const BEHAVIOURS: ReadonlyMap<string, Behaviour> = new Map([
  ['customer', customer],
  ['salesorder', salesOrder],
]);

const plain = behaviour({});

/** The behaviour of a record type; plain for records that are only kept. */
export function behaviourOf(type: string): Behaviour {
  return BEHAVIOURS.get(type) ?? plain;
}
