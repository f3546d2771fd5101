// The columns of every CSV file and the keys of every JSON object: the published ones in published order,
// then ours. A file's header is always the whole list, whatever its first row holds.

/** Our last column of every exported row: `<feed>/<subject>/<revision>`; answers name it. */
export const ROW_ID = 'rowId';

/** Contract §1.1, all thirteen columns of the import map, then ours. */
export const CUSTOMER_COLUMNS = [
  'HCCustomerId',
  'firstName',
  'lastName',
  'HCShopifyCustomerId',
  'email',
  'individual',
  'status',
  'taxable',
  'defaultOrderPriority',
  'externalId',
  'phone',
  'subsidiary',
  'accountSource',
  ROW_ID,
] as const;

/** Contract §2.2, then the mapped columns the published feed leaves to a hook, then ours. */
export const SALES_ORDER_COLUMNS = [
  'externalId',
  'orderId',
  'HCOrderId',
  'HCShopifySalesOrderId',
  'salesChannel',
  'customer',
  'subsidiary',
  'date',
  'location',
  'department',
  'email',
  'shippingMethod',
  'shippingCost',
  'shippingTaxCode',
  'addressee',
  'address1',
  'address2',
  'city',
  'state',
  'zip',
  'country',
  'phone',
  'billingAddressee',
  'billingAddress1',
  'billingAddress2',
  'billingCity',
  'billingState',
  'billingZip',
  'billingCountry',
  'billingPhone',
  'item',
  'quantity',
  'price',
  'priceLevel',
  'taxCode',
  'closed',
  'orderLineId',
  'itemLocation',
  'billingEmail',
  'giftCardPaymentTotal',
  'HCOrderTotal',
  'orderPaymentTotal',
  'orderNote',
  'discountItem',
  'rate',
  'tag',
  'orderLineTypeId',
  ROW_ID,
] as const;

/**
 * Contract §13.1. The published feed writes the sales-order columns into the cash-sale directory, so the
 * order is the same; `HCShopifyPOSOrderId` is the name its import map reads the Shopify id by.
 */
export const CASH_SALE_COLUMNS = [
  'externalId',
  'orderId',
  'HCOrderId',
  'HCShopifyPOSOrderId',
  'salesChannel',
  'customer',
  'subsidiary',
  'date',
  'location',
  'department',
  'address1',
  'address2',
  'city',
  'state',
  'zip',
  'country',
  'item',
  'quantity',
  'price',
  'priceLevel',
  'taxCode',
  'orderLineId',
  'HCOrderTotal',
  'orderPaymentTotal',
  'orderNote',
  'discountItem',
  'rate',
  'orderLineTypeId',
  ROW_ID,
] as const;

/** Contract §6: the brokered feed. `shippingMethod` and the address are not mapped by NetSuite. */
export const ALLOCATION_COLUMNS = [
  'lineId',
  'internalId',
  'item',
  'closed',
  'quantity',
  'location',
  'addressee',
  'address1',
  'address2',
  'city',
  'state',
  'country',
  'zip',
  'shippingMethod',
  ROW_ID,
] as const;

/** Contract §6, the mapped columns only: a line that is not wanted any more (`closed` is `true`). */
export const ITEM_CLOSE_COLUMNS = [
  'lineId',
  'internalId',
  'item',
  'closed',
  'quantity',
  'location',
  ROW_ID,
] as const;

/** Contract §9.1, then what the published feed keeps to itself: when, how and in which shipment. */
export const FULFILLMENT_COLUMNS = [
  'lineId',
  'internalId',
  'item',
  'quantity',
  'location',
  'tags',
  'shippedDate',
  'trackingNumber',
  'carrier',
  'shipmentId',
  ROW_ID,
] as const;

/** The constant of `tags` in the fulfilled feed: the line was shipped by an OMS facility. */
export const FULFILLED_TAG = 'hotwax-fulfilled';

/** Contract §15.2. `externalId` is ours: the adjustment may then be imported twice. */
export const INVENTORY_ADJUSTMENT_COLUMNS = [
  'Reference No',
  'Adjustment Account',
  'Item',
  'Adjust Qty By',
  'Location',
  'Date',
  'Memo',
  'HC Inventory Adj Id',
  'Adjustment Location',
  'Facility Name',
  'Item Tag',
  'Subsidiary',
  'externalId',
  ROW_ID,
] as const;

/** Contract §5.1: one object a payment share; `date` (yyyy-MM-dd, when the money moved) and `rowId` are ours. */
export const CUSTOMER_DEPOSIT_KEYS = [
  'totalAmount',
  'externalId',
  'orderId',
  'paymentMethod',
  'shopifyOrderNumber',
  'shopifyOrderId',
  'shopifyOrderName',
  'date',
  ROW_ID,
] as const;

/** Contract §12: one object a refund; `date` (as above) and `rowId` are ours. */
export const CUSTOMER_REFUND_KEYS = [
  'order_id',
  'refund_amount',
  'refund_payment_method',
  'external_id',
  'parent_ref_id',
  'date',
  ROW_ID,
] as const;

/** Contract §1.2. */
export const CUSTOMER_ID_COLUMNS = ['partyId', 'partyIdentificationTypeId', 'idValue'] as const;
export const CUSTOMER_ID_TYPE = 'NETSUITE_CUSTOMER_ID';

/** Contract §4 and §13.2: sales orders and cash sales alike. */
export const ORDER_ID_COLUMNS = ['orderId', 'orderIdentificationTypeId', 'idValue'] as const;
export const ORDER_ID_TYPE = 'NETSUITE_ORDER_ID';

/** Contract §3. */
export const ORDER_LINE_ID_COLUMNS = [
  'orderId',
  'orderItemSeqId',
  'attrName',
  'attrValue',
] as const;
export const ITEM_LINE_ATTRIBUTE = 'NetsuiteItemLineId';
export const DISCOUNT_LINE_ATTRIBUTE = 'NetsuiteDiscountItemLineId';

/** Contract §5.4. */
export const DEPOSIT_ID_COLUMNS = ['orderId', 'internalId', 'manualRefNumber'] as const;

/** Contract §7. */
export const REJECTED_ITEM_COLUMNS = [
  'orderId',
  'orderItemSeqId',
  'rejectionComments',
  'rejectionReason',
] as const;

/** Contract §8, the CSV variant; the first eight are the keys of the JSON variant's items too. */
export const FULFILLMENT_IMPORT_COLUMNS = [
  'orderId',
  'orderItemSeqId',
  'externalFacilityId',
  'shippedDate',
  'quantity',
  'trackingNumber',
  'carrier',
  'shippingMethod',
  'shippingMethodId',
] as const;

/** Contract §16. */
export const PRODUCT_ID_COLUMNS = ['id-value', 'good-identification-value'] as const;

/** Contract §15.1. */
export const INVENTORY_COLUMNS = ['Item', 'externalFacilityId', 'availableQty', 'idValue'] as const;

/** Ours, after the published ones: what lies there, orders NetSuite has committed included. */
export const QUANTITY_ON_HAND = 'onHandQty';

/** Ours, after that: the ISO instant at which NetSuite was asked. */
export const COUNTED_AT = 'at';
