// Every problem the system can raise: a stable code, what it means, and what a person does about it.
// `docs/problems.md` and the operator's screens are made from this table.

/** `blocks`: the order (or file) waits until it is resolved. `heals`: it resolves itself once the cause is gone. */
export interface ProblemDefinition {
  readonly title: string;
  readonly meaning: string;
  readonly whatToDo: string;
  readonly blocks: boolean;
  readonly heals: boolean;
}

export const PROBLEMS = {
  // What a downloaded order lacks ------------------------------------------------------------------
  TOTAL_MISMATCH: {
    title: 'The parts of the order do not add up to its total',
    meaning:
      'Lines, discounts, shipping, taxes, tips and duties sum to another amount than Shopify states. The order is refused so that the books stay right; its message is kept.',
    whatToDo:
      'Compare the stored message with the order in Shopify. Once the order (or our reading of it) is right, read the message again.',
    blocks: true,
    heals: true,
  },
  SHOP_UNKNOWN: {
    title: 'The shop is not set up',
    meaning: 'An order names a shop that has no row in the settings.',
    whatToDo: 'Set the shop up; the order is accepted at its next download.',
    blocks: true,
    heals: true,
  },
  SELLING_FACILITY_UNKNOWN: {
    title: 'The selling store is not set up',
    meaning:
      'The till of the order stands at a Shopify location that belongs to no facility, so NetSuite gets no location and department for it.',
    whatToDo: 'Tie the Shopify location to a facility; waiting orders take it over.',
    blocks: false,
    heals: true,
  },
  CUSTOMER_MISSING: {
    title: 'The order has no customer',
    meaning:
      'An anonymous sale, and the shop has no customer for anonymous sales. NetSuite books nothing without a customer.',
    whatToDo: "Set the shop's customer for anonymous sales; waiting orders take it over.",
    blocks: true,
    heals: true,
  },
  ADDRESS_MISSING: {
    title: 'The order ships, but has no address',
    meaning:
      'A group of the order is sent to the customer, and the order states no address or no country.',
    whatToDo: 'Enter the shipping address in Shopify; the order goes on at its next download.',
    blocks: true,
    heals: true,
  },
  SHIPPING_METHOD_UNMAPPED: {
    title: 'The shipping method is not mapped',
    meaning: 'The title of the shipping rate, or our shipping method, stands in no mapping.',
    whatToDo:
      'Add the mapping (SHIPPING_METHOD or NETSUITE_SHP_MTHD); waiting orders take it over.',
    blocks: true,
    heals: true,
  },
  PAYMENT_METHOD_UNMAPPED: {
    title: 'The payment method is not mapped',
    meaning: 'Neither the payment gateway nor DEFAULT stands in the mapping NETSUITE_PMT_MTHD.',
    whatToDo: 'Add the mapping; the deposit goes out at the next run.',
    blocks: true,
    heals: true,
  },
  SETTING_MISSING: {
    title: 'A setting NetSuite needs is missing',
    meaning: 'A price level, tax code, item, account or subsidiary mapping has no value.',
    whatToDo: 'Add the mapping the details name; waiting records go out at the next run.',
    blocks: true,
    heals: true,
  },
  PRODUCT_UNKNOWN: {
    title: 'The product is not in our catalogue',
    meaning: 'An order line names a variant and a SKU that were never downloaded.',
    whatToDo: 'Give the variant a SKU in Shopify; the next catalogue download ties the line to it.',
    blocks: true,
    heals: true,
  },
  ITEM_NOT_IN_NETSUITE: {
    title: 'The item is not in NetSuite',
    meaning: 'No NetSuite item id is known for a SKU of the order, so the order cannot be booked.',
    whatToDo:
      'Add the item in NetSuite; its id arrives with the product feed and the order goes on.',
    blocks: true,
    heals: true,
  },
  // What changed where it can no longer be followed by itself --------------------------------------
  CANCELLED_HERE_ONLY: {
    title: 'Part of the order is cancelled here and not in Shopify',
    meaning:
      'Items were cancelled here while others of the order stay or have left. Shopify is told to refund them; until it has, it has their money.',
    whatToDo:
      'Nothing for a few minutes: with the refund the problem resolves itself. If Shopify refused it (SHOPIFY_NOTICE_REFUSED), refund the items there.',
    blocks: false,
    heals: true,
  },
  CANCELLED_MONEY_KEPT: {
    title: 'Everything is cancelled in Shopify, and it kept money',
    meaning:
      'All items of an order, or all of it that is sent, were taken off in Shopify before NetSuite had it, and not all money went back: mostly its shipping. NetSuite never gets the order, so the money is in no books.',
    whatToDo:
      'Refund the rest in Shopify: the problem then resolves itself. If the shop keeps it, book it in NetSuite by hand and resolve the problem.',
    blocks: false,
    heals: true,
  },
  ORDER_EDITED_AFTER_EXPORT: {
    title: 'The order was edited after it was booked',
    meaning:
      'Lines, prices, discounts or deliveries changed in Shopify after the order went to NetSuite. Cancelled units and payments were taken over; the rest was not.',
    whatToDo: 'Change the transaction in NetSuite by hand and resolve the problem.',
    blocks: false,
    heals: true,
  },
  FULFILLED_OUTSIDE: {
    title: 'Shopify counts units as fulfilled that we did not ship',
    meaning:
      'Somebody fulfilled units of the order in Shopify. The order is held, so that nothing ships twice.',
    whatToDo:
      'Find out who shipped it; record that shipment or cancel the fulfillment, then release the order.',
    blocks: true,
    heals: true,
  },
  SHIPPED_AFTER_CANCELLATION: {
    title: 'A cancelled item was shipped',
    meaning: 'A fulfillment arrived for an item that is cancelled here.',
    whatToDo: 'Stop the parcel or start a return; correct the order in NetSuite.',
    blocks: false,
    heals: false,
  },
  // Stock and routing ------------------------------------------------------------------------------
  NOT_ENOUGH_STOCK: {
    title: 'There is less stock than the step needs',
    meaning: 'A facility was asked for more units than it has available to promise.',
    whatToDo: 'Count the stock of the facility, or choose another one.',
    blocks: false,
    heals: true,
  },
  UNFILLABLE: {
    title: 'No facility can ship the item',
    meaning: 'Every facility is out of stock, at its daily capacity, or has rejected the item.',
    whatToDo:
      'Nothing, if stock is coming: it is tried again when stock appears. Else cancel the item.',
    blocks: true,
    heals: true,
  },
  // Steps asked for at the wrong moment ------------------------------------------------------------
  ORDER_UNKNOWN: {
    title: 'There is no such order',
    meaning: 'A command or a record names an order that is not stored here.',
    whatToDo: 'Check the order number.',
    blocks: false,
    heals: false,
  },
  ITEM_UNKNOWN: {
    title: 'The order has no such item',
    meaning: 'A command or a record names an item sequence the order does not have.',
    whatToDo: 'Check the item sequence.',
    blocks: false,
    heals: false,
  },
  RECORD_UNKNOWN: {
    title: 'There is no such record',
    meaning:
      'A command or a record names a customer, facility, shipment, posting or file that is not stored here.',
    whatToDo: 'Check the identifier; if it comes from a file, check which system made it.',
    blocks: false,
    heals: false,
  },
  STEP_NOT_ALLOWED: {
    title: 'The step is not allowed in this state',
    meaning: 'The order or item is in a state from which the step cannot be taken.',
    whatToDo: 'Look at the timeline for what happened in between.',
    blocks: false,
    heals: false,
  },
  IDENTIFIER_CONFLICT: {
    title: 'Another identifier is already recorded',
    meaning:
      'NetSuite sent an id for a record that already has a different one, or one that belongs to another record.',
    whatToDo: 'Look in NetSuite for a duplicate and remove it.',
    blocks: false,
    heals: false,
  },
  // Files ------------------------------------------------------------------------------------------
  FEED_FILE_MALFORMED: {
    title: 'A feed file cannot be read',
    meaning:
      'The file is cut off, has other columns, or is no valid CSV or JSON. It is kept and set aside.',
    whatToDo: 'Look at the stored file; a complete file with the same records resolves it.',
    blocks: false,
    heals: true,
  },
  FEED_ROW_MALFORMED: {
    title: 'A row of a feed file cannot be read',
    meaning:
      'A value of the row is missing or of the wrong kind. The other rows of the file were taken.',
    whatToDo: 'Look at the row in the stored file and correct the record in NetSuite.',
    blocks: false,
    heals: true,
  },
  FEED_ROW_ORDER_UNKNOWN: {
    title: 'A row names an order we do not have',
    meaning:
      'NetSuite sent a record for an order, posting or line that is not stored here. The other rows were taken.',
    whatToDo:
      'Check whether another system shares the directory; ignore the row or find the order.',
    blocks: false,
    heals: true,
  },
  // Connections ------------------------------------------------------------------------------------
  SFTP_UNREACHABLE: {
    title: 'The SFTP server cannot be reached',
    meaning: 'No connection, or it broke. Files wait and are handed over when the server is back.',
    whatToDo: 'Nothing if it comes back by itself; else check the host, port and network.',
    blocks: false,
    heals: true,
  },
  SFTP_HOST_KEY_MISMATCH: {
    title: 'The SFTP server shows another host key',
    meaning:
      'The server is not the one whose key is pinned: it was replaced, or somebody stands in between. Nothing was sent; the connection stays stopped.',
    whatToDo:
      'Ask the owner of the server for the new fingerprint over another channel, then set it.',
    blocks: true,
    heals: false,
  },
  SFTP_AUTHENTICATION_FAILED: {
    title: 'The SFTP server refuses our key',
    meaning: 'User or private key are not accepted.',
    whatToDo: 'Check the user and that our public key is installed on the server.',
    blocks: true,
    heals: true,
  },
  SFTP_FILE_CONFLICT: {
    title: 'A file of that name with other content is already there',
    meaning: 'The place of the hand-over holds a file of the same name that is not ours.',
    whatToDo: 'Look at the file on the server; move it away if nobody needs it.',
    blocks: true,
    heals: true,
  },
  NETSUITE_UNREACHABLE: {
    title: 'NetSuite cannot be reached',
    meaning:
      'The RESTlet does not answer. Files still travel and NetSuite reads them on its own schedule.',
    whatToDo: 'Nothing if it comes back by itself; else check the account, role and certificate.',
    blocks: false,
    heals: true,
  },
  NETSUITE_ROW_REFUSED: {
    title: 'NetSuite refused the record',
    meaning: 'The record did not pass the rules of NetSuite; code and text are in the details.',
    whatToDo: 'Correct the cause NetSuite names and send the record again.',
    blocks: true,
    heals: true,
  },
  NETSUITE_ANSWER_OVERDUE: {
    title: 'NetSuite has not answered for the record in time',
    meaning:
      'The record was handed over and nobody said what became of it. NetSuite is asked, the file is looked for, and if neither helps it is sent again under the same external id.',
    whatToDo:
      "Nothing at first. If it stays: look whether NetSuite's scripts run, then send the record again or settle it.",
    blocks: true,
    heals: true,
  },
  ORDER_STUCK: {
    title: 'The order takes longer at a stage than it may',
    meaning:
      'The order has stood at one stage of its road for longer than the setting stage-minutes allows.',
    whatToDo: 'Look at what the stage waits for; the details name it and since when.',
    blocks: false,
    heals: true,
  },
  SHOPIFY_UNREACHABLE: {
    title: 'Shopify cannot be reached',
    meaning: 'The Admin API does not answer, or throttles longer than we wait.',
    whatToDo: 'Nothing if it comes back by itself.',
    blocks: false,
    heals: true,
  },
  SHOPIFY_ACCESS_DENIED: {
    title: 'Shopify refuses access',
    meaning: 'The token is not valid or lacks a scope the request needs.',
    whatToDo: 'Grant the scope the details name and renew the token.',
    blocks: true,
    heals: true,
  },
  SHOPIFY_ORDER_UNREADABLE: {
    title: 'An order from Shopify cannot be read',
    meaning:
      'The stored answer lacks something we rely on; the path is in the details. The message is kept.',
    whatToDo: 'Report it; the message is read again after the correction.',
    blocks: true,
    heals: true,
  },
  SHOPIFY_FIGURES_DISAGREE: {
    title: "Shopify's subtotal or tax is not what the lines come to",
    meaning:
      'The parts of the order add up to its total, but a figure Shopify states beside it disagrees with the lines. The order was taken.',
    whatToDo: 'Compare the order in Shopify with its stored message; book a correction if needed.',
    blocks: false,
    heals: true,
  },
  SHOPIFY_VERSION_UNSUPPORTED: {
    title: 'Shopify no longer serves the API version we use',
    meaning:
      'Shopify answers with a later version when one has ended, and the answers may mean something else.',
    whatToDo: 'Install a release of Sendsale that is made for a version Shopify still serves.',
    blocks: true,
    heals: true,
  },
  SHOPIFY_FULFILLMENT_REFUSED: {
    title: 'Shopify refused the fulfillment',
    meaning: 'Shopify answered the fulfillment with errors; they are in the details.',
    whatToDo:
      'Look at the order in Shopify: usually the units are fulfilled, cancelled or on hold there.',
    blocks: false,
    heals: true,
  },
  SHOPIFY_BULK_FAILED: {
    title: 'Shopify could not list the orders',
    meaning:
      'The bulk operation for the backfill or the nightly check failed or expired. Webhooks and the poll go on as before.',
    whatToDo: 'Nothing if the next night works; else look at the code Shopify gives.',
    blocks: false,
    heals: true,
  },
  SHOPIFY_WEBHOOKS_REFUSED: {
    title: 'Shopify does not take our webhook subscription',
    meaning: 'The address or the scope is refused. Orders come by the poll, minutes later.',
    whatToDo: 'Check the public address and the scopes of the app.',
    blocks: false,
    heals: true,
  },
  SHOPIFY_APP_UNINSTALLED: {
    title: 'The app was uninstalled from the shop',
    meaning: 'Nothing can be read from the shop or told to it any more.',
    whatToDo: 'Install the app again, or remove the shop from the settings.',
    blocks: false,
    heals: true,
  },
  SHOPIFY_NOTICE_REFUSED: {
    title: 'Shopify refused a hold, release or cancellation',
    meaning: 'Shopify answered with errors; they are in the details. Its order differs from ours.',
    whatToDo: 'Look at the order in Shopify and do there what was refused.',
    blocks: false,
    heals: true,
  },
  SHOPIFY_LOCATION_UNTIED: {
    title: 'A Shopify location belongs to no facility',
    meaning:
      'The shop has an active location we know no facility of, or a facility names a location the shop does not have. Stock there is neither read nor set, and orders rung up there have no selling store.',
    whatToDo: 'Tie the location to its facility, or deactivate it in Shopify.',
    blocks: false,
    heals: true,
  },
  SHOPIFY_INVENTORY_REFUSED: {
    title: 'Shopify refused a stock level',
    meaning:
      'The quantity could not be set: the item is not stocked there, or was changed by others.',
    whatToDo: 'Look at the item in Shopify; the level is read and set again.',
    blocks: false,
    heals: true,
  },
  PRIVACY_DATA_REQUESTED: {
    title: 'A customer asks for their data',
    meaning: 'Shopify passed on a request of a customer to see what is kept about them.',
    whatToDo: 'Send the records named in the details to the shop within 30 days, then resolve it.',
    blocks: false,
    heals: false,
  },
  STOCK_NOT_AVAILABLE: {
    title: 'The stock is gone',
    meaning: 'Between looking and holding, others took the last units there.',
    whatToDo: 'Offer another facility or another item.',
    blocks: false,
    heals: false,
  },
  SEND_SALE_REFUSED: {
    title: 'The send sale cannot be placed',
    meaning:
      'Something about it is missing or wrong, or Shopify refused the draft; nothing was made.',
    whatToDo: 'Correct what the message names and place it again.',
    blocks: false,
    heals: false,
  },
  BOOKS_DISAGREE: {
    title: 'Shopify, the OMS and NetSuite disagree about the order',
    meaning:
      'The comparison of the books found differences that are neither on their way nor a variance within the limit; the details name them. Beyond the limit the order is held.',
    whatToDo:
      'Open the order in the reconciliation and put the record right that each difference names; the next comparison resolves it.',
    blocks: false,
    heals: true,
  },
} as const satisfies Readonly<Record<string, ProblemDefinition>>;

export type ProblemCode = keyof typeof PROBLEMS;

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEMS, text);
}
