// Which behaviour each record type has.

import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import { recordKind } from '../schema/record-kinds.ts';
import { cashSale } from './cash-sale.ts';
import { creditMemo } from './credit-memo.ts';
import { customer } from './customer.ts';
import { customerDeposit } from './customer-deposit.ts';
import { customerRefund } from './customer-refund.ts';
import { depositApplication } from './deposit-application.ts';
import { inventoryAdjustment } from './inventory-adjustment.ts';
import { invoice } from './invoice.ts';
import { item } from './item.ts';
import { itemFulfillment } from './item-fulfillment.ts';
import { itemReceipt } from './item-receipt.ts';
import { returnAuthorization } from './return-authorization.ts';
import { salesOrder } from './sales-order.ts';

const BEHAVIOURS: ReadonlyMap<string, Behaviour> = new Map([
  ['customer', customer],
  ['salesorder', salesOrder],
  ['itemfulfillment', itemFulfillment],
  ['invoice', invoice],
  ['cashsale', cashSale],
  ['customerdeposit', customerDeposit],
  ['depositapplication', depositApplication],
  ['customerrefund', customerRefund],
  ['inventoryadjustment', inventoryAdjustment],
  ['returnauthorization', returnAuthorization],
  ['itemreceipt', itemReceipt],
  ['creditmemo', creditMemo],
]);

const plain = behaviour({});

/** The behaviour of a record type; plain for records that are only kept. */
export function behaviourOf(type: string): Behaviour {
  const own = BEHAVIOURS.get(type);
  if (own !== undefined) return own;
  return recordKind(type).family === 'item' ? item : plain;
}
