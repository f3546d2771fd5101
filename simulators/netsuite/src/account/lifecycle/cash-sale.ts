// The cash sale: sold and paid at once. Its stock leaves with it unless an order's fulfillments already took it.

import { decimalOf } from '../decimal.ts';
import { refuse, refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { isBlank } from '../records/draft.ts';
import { checkBill, settleOrderOf, undoBill } from './bill.ts';
import { completeHeader } from './header.ts';
import { checkPostedDelete } from './posting-period.ts';
import { checkSalesLines } from './sales-lines.ts';
import { completeSale, followSalesField, followSalesLine } from './sales-sourcing.ts';
import { startBill } from './start-bill.ts';
import { completeFunds } from './statuses.ts';
import { moveStock } from './stock-moves.ts';

/** What a cash sale does beyond keeping fields. Deposits of an order are not applied to it. [assumed] */
export const cashSale: Behaviour = behaviour({
  transformsTo: ['returnauthorization', 'cashrefund'],
  start: (engine, draft) => {
    if (draft.source?.type === 'salesorder') startBill(engine, draft);
    completeHeader(engine, draft, 'entity');
  },
  fieldChanged: followSalesField,
  lineChanged: followSalesLine,
  complete: (engine, draft) => {
    completeSale(engine, draft);
    completeFunds(draft);
  },
  check: (engine, draft) => {
    checkSalesLines(draft);
    checkTermsOrPayment(draft);
    checkBill(engine, draft);
    if (decimalOf(draft.fields.get('total')) < 0n) {
      refuseAsUser('The total of a cash sale cannot be negative.');
    }
  },
  saved: (engine, after, before) => {
    moveStock(engine, after, before);
    settleOrderOf(engine, after);
  },
  checkDelete: checkPostedDelete,
  deleted: undoBill,
});

// [documented] text
function checkTermsOrPayment(draft: Draft): void {
  if (isBlank(draft.fields, 'terms') || isBlank(draft.fields, 'paymentmethod')) return;
  refuse(
    'USER_ERROR',
    'Please specify either a terms parameter or a paymentmethod parameter, but not both.',
  );
}
