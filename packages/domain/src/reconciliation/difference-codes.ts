// Every way the three books can disagree: a stable code, what it means, the likely cause when the ledger knows
// no better, and what a person does. docs/reconciliation.md is made from this table.

export interface DifferenceDefinition {
  readonly what: string;
  readonly cause: string;
  readonly whatToDo: string;
  /** NetSuite's own arithmetic may be the reason: within the retailer's limit it is a variance, beyond it holds. */
  readonly mayVary?: true;
  /** It can be that the record is only on its way. */
  readonly travels?: true;
}

export const DIFFERENCES = {
  SHOPIFY_UNREADABLE: {
    what: 'Shopify could not be read',
    cause: 'The shop did not answer, or refused the app.',
    whatToDo: 'See the message; compare again once the shop answers.',
  },
  NETSUITE_UNREADABLE: {
    what: 'NetSuite could not be read',
    cause: 'The read-back RESTlet did not answer, or none is set up.',
    whatToDo: 'See the message; compare again once NetSuite answers.',
  },
  ORDER_NOT_IN_OMS: {
    what: 'order missing in the OMS',
    cause: 'Not downloaded yet, or refused: see the problems.',
    whatToDo: 'Download it by its id, or resolve the problem that refuses it.',
    travels: true,
  },
  ORDER_NOT_IN_SHOPIFY: {
    what: 'order missing in Shopify',
    cause: 'It was deleted in Shopify, or the app may no longer read orders this old.',
    whatToDo: 'Look in Shopify; if it was deleted, cancel it here and reverse it in NetSuite.',
  },
  TOTAL_DIFFERS: {
    what: 'total of the order',
    cause: 'The order changed in Shopify after it was downloaded.',
    whatToDo: 'Download the order again; see whether a problem says that it could not be followed.',
    travels: true,
  },
  SALES_DIFFER: {
    what: 'what stands of the order',
    cause: 'An edit, cancellation, return or refund is known to one side only.',
    whatToDo: 'Download the order again and compare the lines and refunds.',
    travels: true,
  },
  UNITS_DIFFER: {
    what: 'units of a line',
    cause: 'An edit, cancellation or return has not been downloaded or could not be followed.',
    whatToDo: 'Download the order again; see its problems.',
    travels: true,
  },
  CANCELLED_DIFFERS: {
    what: 'cancelled',
    cause: 'The cancel has not been downloaded yet, or only part of the order could be cancelled.',
    whatToDo: 'See the order; what left already comes back as a return.',
    travels: true,
  },
  PAYMENT_DIFFERS: {
    what: 'payment',
    cause: 'A payment has not been downloaded yet, or changed.',
    whatToDo: 'Download the order again.',
    travels: true,
  },
  REFUND_DIFFERS: {
    what: 'refund',
    cause: 'A refund has not been downloaded yet, or changed.',
    whatToDo: 'Download the order again.',
    travels: true,
  },
  SALES_ORDER_MISSING: {
    what: 'sales order missing',
    cause: 'Not sent yet.',
    whatToDo: 'See the problems of the order; a refused one is sent again once it is corrected.',
    travels: true,
  },
  SALES_ORDER_TWICE: {
    what: 'sales order booked twice',
    cause: 'It was entered or imported a second time in NetSuite.',
    whatToDo: 'Close or delete the one the OMS does not know.',
  },
  CASH_SALE_MISSING: {
    what: 'cash sale missing',
    cause: 'Not sent yet.',
    whatToDo: 'See the problems of the order; a refused one is sent again once it is corrected.',
    travels: true,
  },
  CASH_SALE_TWICE: {
    what: 'cash sale booked twice',
    cause: 'It was entered or imported a second time in NetSuite.',
    whatToDo: 'Delete the one the OMS does not know.',
  },
  IN_OTHER_BOOK: {
    what: 'booked in the other book too',
    cause: 'A send sale was booked as a cash sale, or a carry-out as a sales order.',
    whatToDo: 'Delete the transaction of the wrong kind in NetSuite.',
  },
  LINE_MISSING: {
    what: 'line missing in NetSuite',
    cause: 'It was removed in NetSuite.',
    whatToDo: 'Enter the line again with its order line id.',
  },
  LINE_UNKNOWN: {
    what: 'line unknown here',
    cause: 'It was added in NetSuite.',
    whatToDo: 'Remove it, or change the order in Shopify so that both agree.',
  },
  LINE_UNITS_DIFFER: {
    what: 'units of a line in NetSuite',
    cause: 'The quantity was changed in NetSuite.',
    whatToDo: 'Set the quantity back, or edit the order in Shopify.',
  },
  LINE_NOT_CLOSED: {
    what: 'cancelled line still open in NetSuite',
    cause: 'The closing has not been sent yet, or was refused.',
    whatToDo: 'See the ledger of item-close; close the line by hand if NetSuite refused it.',
    travels: true,
  },
  LINE_CLOSED: {
    what: 'line closed in NetSuite only',
    cause: 'Somebody closed it in NetSuite.',
    whatToDo: 'Cancel the item in Shopify, or open the line again.',
  },
  LINE_AMOUNT_DIFFERS: {
    what: 'amount of a line',
    cause: 'NetSuite computed another amount, or the line was changed there.',
    whatToDo: 'Compare price, discount and tax code of the line.',
    mayVary: true,
  },
  SALE_TOTAL_DIFFERS: {
    what: 'total in NetSuite',
    cause:
      'NetSuite computed another amount: it added tax, or shipping or discount were changed there.',
    whatToDo: 'Compare the lines; set the tax code to not taxable, since tax travels as a line.',
    mayVary: true,
  },
  DEPOSIT_MISSING: {
    what: 'deposit missing',
    cause: 'Not sent yet.',
    whatToDo: 'See the ledger of customer-deposit.',
    travels: true,
  },
  DEPOSIT_DIFFERS: {
    what: 'deposit',
    cause: 'The amount was changed in NetSuite.',
    whatToDo: 'Correct the deposit in NetSuite.',
  },
  DEPOSIT_UNKNOWN: {
    what: 'deposit nobody paid',
    cause: 'It was entered twice, or for another order.',
    whatToDo: 'Delete the deposit, or apply it to the order it belongs to.',
  },
  REFUND_MISSING: {
    what: 'refund missing in NetSuite',
    cause: 'Not sent yet.',
    whatToDo: 'See the ledger of customer-refund and pos-return.',
    travels: true,
  },
  REFUND_AMOUNT_DIFFERS: {
    what: 'refund in NetSuite',
    cause: 'The amount was changed in NetSuite, or a part was refused.',
    whatToDo: 'Correct the customer refund in NetSuite.',
  },
  REFUND_UNKNOWN: {
    what: 'refund nobody got',
    cause: 'It was entered twice, or for another order.',
    whatToDo: 'Delete the customer refund, or refund the customer in Shopify.',
  },
  FULFILLMENT_MISSING: {
    what: 'item fulfillment missing',
    cause: 'Not sent yet.',
    whatToDo: 'See the ledger of fulfillment.',
    travels: true,
  },
  FULFILLMENT_UNKNOWN: {
    what: 'fulfilled in NetSuite only',
    cause: 'NetSuite’s warehouse shipped it and the OMS has not heard, or it was entered by hand.',
    whatToDo: 'Wait for the fulfillment feed; else cancel the fulfillment.',
    travels: true,
  },
  INVOICE_MISSING: {
    what: 'invoice missing',
    cause: 'The invoice is not made yet.',
    whatToDo: 'See why the sales order is not Pending Billing, or why invoicing was refused.',
    travels: true,
  },
  INVOICE_DIFFERS: {
    what: 'invoiced amount',
    cause: 'The invoice is of another amount than what was shipped.',
    whatToDo: 'Correct the invoice in NetSuite.',
    mayVary: true,
  },
  CREDIT_MISSING: {
    what: 'credit memo missing',
    cause: 'Not sent yet.',
    whatToDo: 'See the ledger of pos-return.',
    travels: true,
  },
  CREDIT_DIFFERS: {
    what: 'credit memo',
    cause: 'NetSuite credited another amount than the customer got.',
    whatToDo: 'Correct the credit memo in NetSuite.',
    mayVary: true,
  },
  CREDIT_UNKNOWN: {
    what: 'credit memo without a return',
    cause: 'It was entered by hand.',
    whatToDo: 'Refund the customer in Shopify, or delete the credit memo.',
  },
  CREDIT_NOT_APPLIED: {
    what: 'credit memo of an exchange is open',
    cause: 'NetSuite has not applied it to the invoice of the goods that went out instead.',
    whatToDo:
      'See the log of HC_SC_CreateSalesOrderInvoice for what NetSuite refuses; it is tried at each run. Or apply the credit memo to the invoice in NetSuite.',
    travels: true,
  },
} as const satisfies Readonly<Record<string, DifferenceDefinition>>;

export type DifferenceCode = keyof typeof DIFFERENCES;

/** The definition with its optional marks. */
export function differenceDefinition(code: DifferenceCode): DifferenceDefinition {
  return DIFFERENCES[code];
}
