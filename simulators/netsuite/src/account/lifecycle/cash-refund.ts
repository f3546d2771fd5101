// The cash refund: gives back what a cash sale took, or what a return received.

import { decimalOf, decimalText, sum } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { idOf } from '../records/draft.ts';
import { checkBill, settleOrderOf, undoBill } from './bill.ts';
import { CARRIED_HEADER, carryBody, carryLines } from './carry-over.ts';
import { completeHeader } from './header.ts';
import { checkPostedDelete } from './posting-period.ts';
import { checkSalesLines } from './sales-lines.ts';
import { completeSale, followSalesField, followSalesLine } from './sales-sourcing.ts';
import { startBill } from './start-bill.ts';
import { moveStock } from './stock-moves.ts';

/** What a cash refund does beyond keeping fields. */
export const cashRefund: Behaviour = behaviour({
  start: (engine, draft) => {
    if (draft.source?.type === 'returnauthorization') startBill(engine, draft);
    if (draft.source?.type === 'cashsale') {
      carryBody(draft, draft.source, CARRIED);
      carryLines(draft, draft.source);
    }
    completeHeader(engine, draft, 'entity');
  },
  fieldChanged: followSalesField,
  lineChanged: followSalesLine,
  complete: (engine, draft) => {
    completeSale(engine, draft);
  },
  check: (engine, draft) => {
    checkSalesLines(draft);
    checkBill(engine, draft);
    checkSaleBalance(engine, draft);
  },
  saved: (engine, after, before) => {
    moveStock(engine, after, before);
    settleOrderOf(engine, after);
  },
  checkDelete: checkPostedDelete,
  deleted: undoBill,
});

const CARRIED = [
  ...CARRIED_HEADER,
  'memo',
  'otherrefnum',
  'paymentmethod',
  'discountitem',
  'discountrate',
  'shippingcost',
  'shippingtaxcode',
];

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
