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
  'paymentMethod',
  ROW_ID,
] as const;

/** Ours: `true` takes the location off a line that nobody ships any more; a blank cell changes nothing. */
export const CLEAR_LOCATION = 'clearLocation';

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
  CLEAR_LOCATION,
  ROW_ID,
] as const;

/**
 * Contract §6, the mapped columns only: a line that is not wanted any more (`closed` is `true`); and, ours,
 * what a charge line (tax) is reduced to when only some of the goods are cancelled, and, in a row without a
 * line, the discount of the whole order where it is another one now.
 */
export const ITEM_CLOSE_COLUMNS = [
  'lineId',
  'internalId',
  'item',
  'closed',
  'quantity',
  'location',
  'price',
  'discountItem',
  'discountRate',
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

/** Ours: true when the credit pays for goods that are shipped in exchange. */
export const PAYS_EXCHANGE = 'pays_exchange';

/**
 * Contract §14.1: one object a return; ours follow. `items` and `payment_list` are arrays of the keys below;
 * `item_discount` and `exchange_credit` are there because the published script reads their length.
 */
export const POS_RETURN_KEYS = [
  'order_id',
  'shopify_order_id',
  'hc_external_id',
  'hc_return_id',
  'pos_return_total',
  'items',
  'item_discount',
  'exchange_credit',
  'payment_list',
  'date',
  PAYS_EXCHANGE,
  ROW_ID,
] as const;
/** `restock` is ours: false for goods that did not go back to the shelf. */
export const POS_RETURN_ITEM_KEYS = [
  'product_id',
  'quantity',
  'amount',
  'external_order_line_id',
  'location_id',
  'return_reason',
  'restock',
] as const;
/** `external_id` is ours: the payment's id at Shopify, so that a refund is made once. */
export const POS_RETURN_PAYMENT_KEYS = ['payment_method_id', 'amount', 'external_id'] as const;

/** Contract §14.2. */
export const RETURN_ID_COLUMNS = ['returnId', 'returnIdentificationTypeId', 'idValue'] as const;
export const RETURN_ID_TYPE = 'NETSUITE_RTN_ID';

/** Contract §10, then ours. `orderId` is NetSuite's own id of the sales order, as published. */
export const GIFT_CARD_FULFILLMENT_COLUMNS = [
  'giftCardNumber',
  'shippedDate',
  'price',
  'orderId',
  'shopifyOrderNumber',
  'shopifyCustomerNumber',
  'HCOrderId',
  'orderItemSeqId',
] as const;

/** Contract §16, then ours: names can be changed, ids cannot. */
export const KIT_COLUMNS = [
  'productId',
  'productIdTo',
  'quantity',
  'productAssocTypeId',
  'kitId',
  'memberId',
] as const;
export const KIT_COMPONENT = 'PRODUCT_COMPONENT';

/** Contract §17, active and inactive alike. */
export const DISCOUNT_ITEM_COLUMNS = ['productPromoId', 'promoName'] as const;

/** Contract §15.3. */
export const CYCLE_COUNT_COLUMNS = ['workEffortId', 'externalId'] as const;
/** The memo that marks an adjustment as a cycle count (contract A3). */
export const CYCLE_COUNT_MEMO = 'Inventory cycle count by HotWax';

/** Contract §15.3, then ours: which adjustment and line it is, and when NetSuite booked it. */
export const STOCK_CHANGE_COLUMNS = [
  'externalFacilityId',
  'idValue',
  'idType',
  'availableDelta',
  'comments',
] as const;
export const STOCK_CHANGE_ID = 'adjustmentId';
export const STOCK_CHANGE_LINE = 'line';
export const ITEM_ID_TYPE = 'NETSUITE_PRODUCT_ID';

/** Contract §18: NetSuite's default headings of the published search, then ours. */
export const AUDIT_REPORT_COLUMNS = [
  'Formula (Text)',
  'External ID',
  'HC Order Line Id',
  'Item',
  'Quantity',
  'Quantity Fulfilled/Received',
  'HC Order Id',
  'Internal ID',
  'Type',
  'Amount',
] as const;
