// docs/reconciliation.md: how the books are compared, and every difference by its code.

import { DIFFERENCES } from '@sendsale/domain';
import type { DifferenceDefinition } from '@sendsale/domain';
import { generatedFrom } from './page.ts';
import type { Page } from './page.ts';

const INTRODUCTION = `
Every half hour the orders of the last two days, every night those of the last 31, and on demand those of any days
(\`npx sendsale reconcile [--from DAY] [--to DAY] [--json] [--csv FILE]\`) are read from Shopify (the Admin API), from the OMS
and from NetSuite (our read-back RESTlet), and laid side by side: existence, lines and units, totals, payments, deposits,
refunds, credit memos, item fulfillments, invoices and cash sales, to the cent. Nothing is taken from what we believe NetSuite
or Shopify to have. A side that cannot be read is said so, and what was known of the day stays.

A difference has a stable code, the record, what each side says, and the likely cause (from the ledger, where it knows). It is

* **PENDING** while the record may still be on its way: so many minutes after the order's last change (setting
  \`reconciliation GRACE_MINUTES\`, 60) and not refused;
* a **VARIANCE** where NetSuite's own rounding or tax is off by at most the amount an order the retailer accepts (setting
  \`reconciliation VARIANCE_LIMIT\`, 0);
* a **DIFFERENCE** otherwise. It becomes the problem BOOKS_DISAGREE of its order, which resolves itself at the first comparison
  that finds nothing. Beyond the variance limit an order that has not ended is held; a person releases it.

The sheet of a day (\`GET /api/reconciliation/days/DAY/sheet.csv\`) has a row an order and measure (SALES, RECEIVED, REFUNDED,
BILLED) with the three sides, the difference, the part of it that is a named variance and the rest, then the totals of each
measure: the sums of the rows above. What was told to NetSuite and is on its way counts as a difference of the day until it
arrives.
`;

export function reconciliationPage(): Page {
  const definitions = Object.entries<DifferenceDefinition>(DIFFERENCES);
  return {
    path: 'docs/reconciliation.md',
    content: [
      '# The books side by side\n',
      generatedFrom('packages/domain/src/reconciliation/difference-codes.ts'),
      `${INTRODUCTION.trim()}\n`,
      '| Code | What differs | Likely cause | What to do |',
      '|---|---|---|---|',
      ...definitions.map(
        ([code, one]) =>
          `| \`${code}\` | ${one.what} | ${one.cause}${one.mayVary ? ' *May be a variance.*' : ''} | ${one.whatToDo} |`,
      ),
      '',
    ].join('\n'),
  };
}
