// The sales order: what may be ordered and changed. How far it is follows from its lines (order-progress.ts).

import { decimalOf, decimalText } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import type { Draft, DraftLine } from '../records/draft.ts';
import { draftLines, fill } from '../records/draft.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { linesOf, textOf } from '../store/stored-data.ts';
import { commitmentOf } from './commitment.ts';
import { checkNothingDependsOn } from './dependents.ts';
import { settleOrder } from './order-progress.ts';
import { checkSalesLines } from './sales-lines.ts';
import { completeSale, followSalesField, followSalesLine } from './sales-sourcing.ts';
import { checkStatusChoice, forgetStatus } from './status-choice.ts';
import { checkLocations, checkSubsidiary } from './transaction-checks.ts';

/** What a sales order does beyond keeping fields. */
export const salesOrder: Behaviour = behaviour({
  transformsTo: ['itemfulfillment', 'invoice', 'cashsale', 'returnauthorization'],
  start: (engine, draft) => {
    if (draft.origin === 'copy') forgetProgress(draft);
    fill(draft.fields, 'orderstatus', engine.preferences.defaultSalesOrderStatus);
  },
  open: showCommitment,
  fieldChanged: followSalesField,
  lineChanged: followSalesLine,
  complete: (engine, draft) => {
    fill(draft.fields, 'orderstatus', engine.preferences.defaultSalesOrderStatus);
    completeSale(engine, draft);
  },
  check: (engine, draft) => {
    checkSalesLines(draft);
    checkSubsidiary(engine, draft, 'entity');
    checkLocations(engine, draft, 'item');
    checkStatusChoice(draft, STATUS_REFUSAL);
    checkLineChanges(draft);
  },
  saved: (engine, after) => {
    settleOrder(engine, after.id, { isTouched: false });
  },
  checkDelete: checkNothingDependsOn,
  deleted: (engine, record) => {
    engine.stock.setDemand(record.id, []);
  },
});

// Loaded lines show what is committed to them; it is not stored with the order.
function showCommitment(engine: Engine, draft: Draft): void {
  const { before } = draft;
  if (before === null) return;
  for (const [index, values] of linesOf(before, 'item').entries()) {
    const { committed, backordered } = commitmentOf(engine, before, values);
    const line = draftLines(draft, 'item')[index];
    line?.values.set('quantitycommitted', Number(decimalText(committed)));
    line?.values.set('quantitybackordered', Number(decimalText(backordered)));
  }
}

const PROGRESS = ['quantitypicked', 'quantitypacked', 'quantityfulfilled', 'quantitybilled'];

function forgetProgress(draft: Draft): void {
  forgetStatus(draft);
  for (const field of ['tranid', 'externalid']) draft.fields.delete(field);
  for (const line of draftLines(draft, 'item')) {
    for (const field of [...PROGRESS, 'isclosed']) line.values.delete(field);
  }
}

const STATUS_REFUSAL =
  'The status of a sales order follows from its lines. It can only be set to Pending Approval (A) or ' +
  'Pending Fulfillment (B) before anything is fulfilled or billed.';

function checkLineChanges(draft: Draft): void {
  const lines = draftLines(draft, 'item');
  for (const earlier of linesOf(draft.before ?? EMPTY, 'item')) {
    const line = lines.find((each) => each.values.get('line') === earlier['line']);
    checkLineChange(earlier, line);
  }
  for (const line of lines) {
    if (decimalOf(line.values.get('quantity')) < 0n) {
      refuseAsUser('Please enter a quantity that is not negative.');
    }
  }
}

const EMPTY: StoredData = { type: '', id: '', fields: {}, sublists: {}, subrecords: {} };

// What was fulfilled or billed cannot be taken off the order again. [documented]; texts [assumed]
function checkLineChange(earlier: Values, line: DraftLine | undefined): void {
  const done = [
    decimalOf(earlier['quantitybilled']),
    decimalOf(earlier['quantityfulfilled']) +
      decimalOf(earlier['quantitypicked']) +
      decimalOf(earlier['quantitypacked']),
  ].reduce((a, b) => (a > b ? a : b));
  if (done === 0n) return;
  const number = textOf(earlier, 'line');
  if (line === undefined) {
    return refuseAsUser(
      `Line ${number} cannot be removed: ${decimalText(done)} fulfilled or billed.`,
    );
  }
  if (line.values.get('item') !== earlier['item']) {
    refuseAsUser(`The item of line ${number} cannot be changed: it was fulfilled or billed.`);
  }
  if (line.values.has('quantity') && decimalOf(line.values.get('quantity')) < done) {
    refuseAsUser(
      `The quantity of line ${number} cannot be less than the ${decimalText(done)} already fulfilled or billed.`,
    );
  }
}
