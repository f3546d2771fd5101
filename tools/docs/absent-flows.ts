// Flows of the published contract that are left out, and why: nobody shall look for them in vain.

export const ABSENT_FLOWS: ReadonlyArray<readonly [flow: string, why: string]> = [
  [
    'Historical customers (§1.3)',
    'A one-off list of customers from before the integration, by a search the published bundle does not ship. The OMS takes over the customers of the orders it downloads; a customer NetSuite has already is found by its external id, the Shopify customer id, and answered with the id it has.',
  ],
  [
    '`required_fields_missing` and `partial_payment` (§2.4)',
    'Side files nobody reads. An order that lacks something waits as a problem that says what, and goes on by itself; one that is paid in part goes like any other, and its deposits say what was paid. The directories are made all the same.',
  ],
  [
    'Deposits and refunds in one file (§5.3)',
    'The script is in the bundle, not scheduled, for whoever sends such files. The OMS sends deposits and refunds apart, since a refund waits for its deposit.',
  ],
  [
    'Shipments of the OMS still unbooked (§9.3)',
    'A list, twice a day, of lines NetSuite could not ship. Every row is answered here: what was refused is a problem at its order, with NetSuite’s own words, once.',
  ],
  [
    'Activating gift cards (§10)',
    'Numbers of shipped cards come in and are kept with the order. Making the card in Shopify needs an access scope that Shopify gives to few apps; the list of cards is there for whoever does it.',
  ],
  [
    'Retry files of returns (§14.1)',
    'The published script writes refused returns into its own inbox, where they come round for ever. Here a refusal is an answer, and the row can be sent again.',
  ],
  [
    'Files by a File Cabinet folder (§15.1, §16, §18)',
    'The published bundle wrote stock, products and the audit report with one script and uploaded them with another half an hour later. Each of ours does both in one run; the second script of each pair is kept for its id.',
  ],
  [
    'ALC reports of open invoices and credit memos (§18)',
    'They read fields of two other products (Celigo, Loop) that the published bundle does not define, for a BI system outside. `npx sendsale reconcile` lays invoices beside orders and Shopify instead.',
  ],
  [
    'Un-marking what failed (§21)',
    'Needed where records are marked before their file is on the server. Ours are marked after it, so a failed upload has nothing to undo.',
  ],
  [
    'Time cursors (`customrecord_hc_last_runtime_export`)',
    'Replaced by a mark on each record. The custom record of an account that has it stays as it is and is not read.',
  ],
  [
    'Transfer orders, item receipts, purchase orders, inventory transfers (A7)',
    'Neighbours on the same server that no sale touches. Their directories are made; their scripts, where a retailer has them, are left alone.',
  ],
];
