/**
 * Reads the transactions of orders back, so that anyone can compare the books with what the OMS believes.
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 */

import { readOrders, type OrderTransactions } from '../lib/read-orders.ts';
import { textsIn } from '../lib/request.ts';

interface ReadBackAnswer {
  readonly orders: readonly OrderTransactions[];
}

/** `{orderIds: [custbody_hc_order_id …]}`, at most 1,000 of them; each is answered, found or not. */
export function post(request: unknown): ReadBackAnswer {
  return { orders: readOrders(textsIn(request, 'orderIds')) };
}
