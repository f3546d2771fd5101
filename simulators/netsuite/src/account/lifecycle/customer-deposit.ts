// The customer deposit: money paid before the goods, for one order or none.

import type { FieldValue } from '../account.ts';
import { decimalOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuse, refuseAsUser, refuseMissingRecord } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { fill, idOf, isBlank } from '../records/draft.ts';
import type { StoredData } from '../store/stored-data.ts';
import { textOf } from '../store/stored-data.ts';
import { refreshDeposit } from './deposits.ts';
import { completeHeader } from './header.ts';
import { checkPostedDelete, checkPosting } from './posting-period.ts';
import { checkSubsidiary } from './transaction-checks.ts';

/** What a customer deposit does beyond keeping fields. */
export const customerDeposit: Behaviour = behaviour({
  transformsTo: ['customerrefund', 'depositapplication'],
  // `salesorder` is no documented default value, but the published scripts start deposits with it. [seen]
  start: (engine, draft, defaults) => {
    const customer = defaults.get('entity');
    if (customer !== undefined) fill(draft.fields, 'customer', customer);
    sourceOrder(engine, draft);
    completeHeader(engine, draft, 'customer');
  },
  fieldChanged: (engine, draft, fieldId) => {
    if (fieldId === 'salesorder') sourceOrder(engine, draft);
    if (fieldId === 'customer') completeHeader(engine, draft, 'customer');
  },
  complete: (engine, draft) => {
    sourceOrder(engine, draft);
    completeHeader(engine, draft, 'customer');
    fill(draft.fields, 'undepfunds', isBlank(draft.fields, 'account') ? 'T' : 'F');
  },
  check: (engine, draft) => {
    checkOrder(engine, draft);
    checkFixedFields(draft);
    checkSubsidiary(engine, draft, 'customer');
    checkPosting(engine, draft);
    if (decimalOf(draft.fields.get('payment')) <= 0n) {
      refuseAsUser('The payment of a customer deposit must be greater than zero.');
    }
  },
  saved: (engine, after) => {
    refreshDeposit(engine, after.id);
  },
  checkDelete: checkPostedDelete,
});

// The order gives customer, subsidiary and currency, and is what the deposit was created from.
function sourceOrder(engine: Engine, draft: Draft): void {
  const orderId = idOf(draft.fields, 'salesorder');
  if (orderId === '') return;
  const order = orderIn(engine, orderId);
  fill(draft.fields, 'customer', order.fields['entity'] ?? null);
  for (const field of ['subsidiary', 'currency', 'exchangerate']) {
    fill(draft.fields, field, order.fields[field] ?? null);
  }
  draft.fields.set('createdfrom', orderId);
}

function orderIn(engine: Engine, orderId: string): StoredData {
  return engine.store.get('salesorder', orderId) ?? refuseMissingRecord('salesorder', orderId);
}

// The order must be the customer's and not over: deposits can be made until it is billed. [documented]
function checkOrder(engine: Engine, draft: Draft): void {
  const orderId = idOf(draft.fields, 'salesorder');
  if (orderId === '') return;
  const order = orderIn(engine, orderId);
  const customer: FieldValue = order.fields['entity'] ?? null;
  if (draft.fields.get('customer') !== customer) {
    refuseAsUser(
      `Sales order ${orderId} does not belong to customer ${idOf(draft.fields, 'customer')}.`,
    );
  }
  if (draft.before !== null && draft.before.fields['salesorder'] === orderId) return;
  const status = textOf(order.fields, 'orderstatus');
  if (status === 'C' || status === 'G' || status === 'H') {
    refuse(
      'USER_ERROR',
      `A customer deposit cannot be created for sales order ${orderId}: it is ${textOf(order.fields, 'status')}.`,
    );
  }
}

// [documented] the customer cannot change after the save; the order of a used deposit neither. [assumed]
function checkFixedFields(draft: Draft): void {
  const { before } = draft;
  if (before === null) return;
  if (draft.fields.get('customer') !== before.fields['customer']) {
    refuseAsUser('The customer of a customer deposit cannot be changed.');
  }
  const isUsed = decimalOf(before.fields['applied']) > 0n;
  if (isUsed && idOf(draft.fields, 'salesorder') !== textOf(before.fields, 'salesorder')) {
    refuseAsUser('The sales order of a customer deposit cannot be changed once it is applied.');
  }
}
