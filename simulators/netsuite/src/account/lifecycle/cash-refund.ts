// The cash refund: gives back what a cash sale took, or what a return received.

import { decimalOf, decimalText, sum } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, idOf, newLine } from '../records/draft.ts';
import type { StoredData } from '../store/stored-data.ts';
import { linesOf } from '../store/stored-data.ts';
import { orderOf, startBill } from './billing.ts';
import { carryBody } from './carry-over.ts';
import { checkNothingDependsOn } from './dependents.ts';
import { checkOrderBalance, refreshOrder } from './order-progress.ts';
import { checkStockLocations } from './sale-checks.ts';
import { checkAmounts, completeSalesLines } from './sales-lines.ts';
import { followSalesField, followSalesLine } from './sales-sourcing.ts';
import { moveStock } from './stock-moves.ts';
import { completeTotals } from './totals.ts';
import {
  checkHasLines,
  checkItems,
  checkLocations,
  checkPeriod,
  checkPeriodOf,
  checkSubsidiary,
  completeHeader,
} from './transaction-checks.ts';

/** What a cash refund does beyond keeping fields. */
export const cashRefund: Behaviour = behaviour({
  start: (engine, draft) => {
    if (draft.source?.type === 'returnauthorization') startBill(engine, draft);
    if (draft.source?.type === 'cashsale') startFromSale(draft, draft.source);
    completeHeader(engine, draft, 'entity');
  },
  fieldChanged: followSalesField,
  lineChanged: followSalesLine,
  complete: (engine, draft) => {
    completeHeader(engine, draft, 'entity');
    completeSalesLines(engine, draft);
    completeTotals(engine, draft);
  },
  check: (engine, draft) => {
    checkHasLines(draft, 'item');
    checkItems(draft, 'item');
    checkAmounts(draft);
    checkSubsidiary(engine, draft, 'entity');
    checkLocations(engine, draft, 'item');
    checkPeriod(engine, draft);
    if (draft.before !== null) checkPeriodOf(engine, draft.before);
    if (idOf(draft.fields, 'createdfrom') === '') checkStockLocations(engine, draft);
    checkSaleBalance(engine, draft);
  },
  saved: (engine, after, before) => {
    moveStock(engine, after, before);
    settleReturn(engine, after, true);
  },
  checkDelete: (engine, record) => {
    checkNothingDependsOn(engine, record);
    checkPeriodOf(engine, record);
  },
  deleted: (engine, record) => {
    moveStock(engine, null, record);
    settleReturn(engine, record, false);
  },
});

const CARRIED = [
  'entity',
  'subsidiary',
  'currency',
  'exchangerate',
  'location',
  'department',
  'class',
  'memo',
  'otherrefnum',
  'paymentmethod',
  'discountitem',
  'discountrate',
  'shippingcost',
  'shippingtaxcode',
];

// All lines of the sale come over; what is not given back is removed by the caller.
function startFromSale(draft: Draft, sale: StoredData): void {
  carryBody(draft, sale, CARRIED);
  for (const values of linesOf(sale, 'item')) {
    const { line: _line, lineuniquekey: _key, orderline: _orderline, ...kept } = values;
    draftLines(draft, 'item').push(newLine(kept));
  }
}

// Refunds of a cash sale together give back no more than it took. [assumed]
function checkSaleBalance(engine: Engine, draft: Draft): void {
  const sale = engine.store.get('cashsale', idOf(draft.fields, 'createdfrom'));
  if (sale === undefined) return;
  const others = engine.store
    .linkedTo(sale.id)
    .filter((record) => record.type === 'cashrefund' && record.id !== draft.id)
    .map((record) => decimalOf(record.fields['total']));
  const left = decimalOf(sale.fields['total']) - sum(others);
  if (decimalOf(draft.fields.get('total')) > left)
    refuseAsUser(`The refund is more than the ${decimalText(left)} that is left of the cash sale.`);
}

function settleReturn(engine: Engine, record: StoredData, isChecked: boolean): void {
  const order = orderOf(engine, record);
  if (order === null) return;
  refreshOrder(engine, order.id, { isTouched: true });
  if (isChecked) checkOrderBalance(engine, order.id);
}
