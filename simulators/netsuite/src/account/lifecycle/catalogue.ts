// Which behaviour each record type has.

import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import { recordKind } from '../schema/record-kinds.ts';
import { cashRefund } from './cash-refund.ts';
import { cashSale } from './cash-sale.ts';
import { creditMemo } from './credit-memo.ts';
import { customer } from './customer.ts';
import { customerDeposit } from './customer-deposit.ts';
import { customerPayment } from './customer-payment.ts';
import { customerRefund } from './customer-refund.ts';
import { depositApplication } from './deposit-application.ts';
import { inventoryAdjustment } from './inventory-adjustment.ts';
import { inventoryTransfer } from './inventory-transfer.ts';
import { invoice } from './invoice.ts';
import { item } from './item.ts';
import { itemFulfillment } from './item-fulfillment.ts';
import { itemReceipt } from './item-receipt.ts';
import { purchaseOrder } from './purchase-order.ts';
import { returnAuthorization } from './return-authorization.ts';
import { salesOrder } from './sales-order.ts';
import { transferOrder } from './transfer-order.ts';

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
  ['customerpayment', customerPayment],
  ['cashrefund', cashRefund],
  ['inventorytransfer', inventoryTransfer],
  ['transferorder', transferOrder],
  ['purchaseorder', purchaseOrder],
]);

const plain = behaviour({});

/** The behaviour of a record type; plain for records that are only kept. */
export function behaviourOf(type: string): Behaviour {
  const own = BEHAVIOURS.get(type);
  if (own !== undefined) return own;
  return recordKind(type).family === 'item' ? item : plain;
}
