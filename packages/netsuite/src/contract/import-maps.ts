// The saved CSV imports as tables (contract appendix A1): the published mappings, then ours. The bundle
// writes its SDF objects from them; the names of columns are those of columns.ts.

/** NAME: the text itself, or the name of the record meant. INTERNAL_ID: the cell holds an internal id. */
export type Match = 'NAME' | 'INTERNAL_ID';

export interface ColumnMapping {
  /** `X`: body. `X:ITEM`: sublist. `X::SHIPPINGADDRESS`: subrecord. */
  readonly part: string;
  readonly field: string;
  readonly column: string;
  readonly match: Match;
  /** True for what the published map lacks. */
  readonly ours?: true;
}

export interface FixedMapping {
  readonly part: string;
  readonly field: string;
  readonly value: string;
}

export interface ImportMap {
  readonly scriptId: string;
  readonly name: string;
  readonly record: string;
  readonly dataHandling: 'ADD' | 'UPDATE' | 'ADDUPDATE';
  readonly multiThread: boolean;
  readonly form: string;
  readonly multiselectDelimiter: ':' | '|';
  readonly systemNotesForCustomFields: boolean;
  readonly columns: readonly ColumnMapping[];
  readonly fixed: readonly FixedMapping[];
}

function byName(part: string, field: string, column: string): ColumnMapping {
  return { part, field, column, match: 'NAME' };
}

function byId(part: string, field: string, column: string): ColumnMapping {
  return { part, field, column, match: 'INTERNAL_ID' };
}

function ours(mapping: ColumnMapping): ColumnMapping {
  return { ...mapping, ours: true };
}

export const CUSTOMER_IMPORT_MAP: ImportMap = {
  scriptId: 'custimport_customer_hc',
  name: 'HC Import Customer',
  record: 'CUSTOMER',
  dataHandling: 'ADD',
  multiThread: true,
  form: 'STANDARDCUSTOMERFORM',
  multiselectDelimiter: '|',
  systemNotesForCustomFields: false,
  columns: [
    byName('CUSTOMER', 'DEFAULTORDERPRIORITY', 'defaultOrderPriority'),
    byName('CUSTOMER', 'custentity_hc_shop_cust_id', 'HCShopifyCustomerId'),
    byName('CUSTOMER', 'custentity_hc_customer_id', 'HCCustomerId'),
    byName('CUSTOMER', 'ENTITYSTATUS', 'status'),
    byName('CUSTOMER', 'EXTERNALID', 'externalId'),
    byName('CUSTOMER', 'EMAIL', 'email'),
    byName('CUSTOMER', 'PHONE', 'phone'),
    byName('CUSTOMER', 'FIRSTNAME', 'firstName'),
    byName('CUSTOMER', 'ISPERSON', 'individual'),
    byName('CUSTOMER', 'LASTNAME', 'lastName'),
    byId('CUSTOMER', 'LEADSOURCE', 'accountSource'),
    byId('CUSTOMER', 'SUBSIDIARY', 'subsidiary'),
    byName('CUSTOMER', 'TAXABLE', 'taxable'),
  ],
  fixed: [],
};

export const SALES_ORDER_IMPORT_MAP: ImportMap = {
  scriptId: 'custimport_add_salesorders_hc',
  name: 'HC Add Sales Orders',
  record: 'SALESORDER',
  dataHandling: 'ADD',
  multiThread: true,
  form: 'custform_hc_sales_order_form',
  multiselectDelimiter: ':',
  systemNotesForCustomFields: false,
  columns: [
    byName('SALESORDER', 'custbody_hc_sales_channel', 'salesChannel'),
    byName('SALESORDER', 'custbody_hc_shopify_order_id', 'HCShopifySalesOrderId'),
    byName('SALESORDER', 'custbody_hc_order_id', 'HCOrderId'),
    byId('SALESORDER', 'DEPARTMENT', 'department'),
    byName('SALESORDER', 'DISCOUNTITEM', 'discountItem'),
    byName('SALESORDER', 'DISCOUNTRATE', 'rate'),
    byName('SALESORDER', 'EMAIL', 'email'),
    byId('SALESORDER', 'ENTITY', 'customer'),
    byName('SALESORDER', 'EXTERNALID', 'externalId'),
    byId('SALESORDER', 'LOCATION', 'location'),
    byName('SALESORDER', 'MEMO', 'orderNote'),
    byId('SALESORDER', 'SHIPMETHOD', 'shippingMethod'),
    byName('SALESORDER', 'SHIPPINGCOST', 'shippingCost'),
    byName('SALESORDER', 'SHIPPINGTAXCODE', 'shippingTaxCode'),
    byName('SALESORDER', 'TRANDATE', 'date'),
    byName('SALESORDER', 'OTHERREFNUM', 'orderId'),
    byId('SALESORDER', 'SUBSIDIARY', 'subsidiary'),
    byName('SALESORDER:ITEM', 'custcol_hc_item_tag', 'tag'),
    byName('SALESORDER:ITEM', 'custcol_hc_order_line_id', 'orderLineId'),
    byName('SALESORDER:ITEM', 'custcol_hc_orderline_type_id', 'orderLineTypeId'),
    byName('SALESORDER:ITEM', 'ISCLOSED', 'closed'),
    byId('SALESORDER:ITEM', 'ITEM', 'item'),
    byName('SALESORDER:ITEM', 'PRICE', 'priceLevel'),
    byId('SALESORDER:ITEM', 'LOCATION', 'itemLocation'),
    byName('SALESORDER:ITEM', 'QUANTITY', 'quantity'),
    byName('SALESORDER:ITEM', 'RATE', 'price'),
    byName('SALESORDER:ITEM', 'TAXCODE', 'taxCode'),
    byName('SALESORDER::SHIPPINGADDRESS', 'ADDR1', 'address1'),
    byName('SALESORDER::SHIPPINGADDRESS', 'ADDR2', 'address2'),
    byName('SALESORDER::SHIPPINGADDRESS', 'ADDRESSEE', 'addressee'),
    byName('SALESORDER::SHIPPINGADDRESS', 'ADDRPHONE', 'phone'),
    byName('SALESORDER::SHIPPINGADDRESS', 'CITY', 'city'),
    byName('SALESORDER::SHIPPINGADDRESS', 'COUNTRY', 'country'),
    byName('SALESORDER::SHIPPINGADDRESS', 'STATE', 'state'),
    byName('SALESORDER::SHIPPINGADDRESS', 'ZIP', 'zip'),
    byName('SALESORDER::BILLINGADDRESS', 'ADDR1', 'billingAddress1'),
    byName('SALESORDER::BILLINGADDRESS', 'ADDR2', 'billingAddress2'),
    byName('SALESORDER::BILLINGADDRESS', 'ADDRESSEE', 'billingAddressee'),
    byName('SALESORDER::BILLINGADDRESS', 'ADDRPHONE', 'billingPhone'),
    byName('SALESORDER::BILLINGADDRESS', 'CITY', 'billingCity'),
    byName('SALESORDER::BILLINGADDRESS', 'COUNTRY', 'billingCountry'),
    byName('SALESORDER::BILLINGADDRESS', 'STATE', 'billingState'),
    byName('SALESORDER::BILLINGADDRESS', 'ZIP', 'billingZip'),
  ],
  fixed: [
    { part: 'SALESORDER', field: 'ORDERSTATUS', value: 'B' },
    { part: 'SALESORDER', field: 'SHIPADDRESSLIST', value: '-2' },
  ],
};

export const UPDATE_SALES_ORDER_IMPORT_MAP: ImportMap = {
  scriptId: 'custimport_update_salesorders_hc',
  name: 'HC Update Sales Orders',
  record: 'SALESORDER',
  dataHandling: 'UPDATE',
  multiThread: true,
  form: 'custform_hc_sales_order_form',
  multiselectDelimiter: ':',
  systemNotesForCustomFields: false,
  columns: [
    byName('SALESORDER', 'ID', 'internalId'),
    byName('SALESORDER:ITEM', 'custcol_hc_order_item_rejected', 'rejected'),
    byName('SALESORDER:ITEM', 'ISCLOSED', 'closed'),
    byId('SALESORDER:ITEM', 'ITEM', 'item'),
    byName('SALESORDER:ITEM', 'LINE', 'lineId'),
    byId('SALESORDER:ITEM', 'LOCATION', 'location'),
    byName('SALESORDER:ITEM', 'QUANTITY', 'quantity'),
    // Without it the fulfilled feed's tag never reaches the line (contract §9.1).
    ours(byName('SALESORDER:ITEM', 'custcol_hc_item_tag', 'tags')),
  ],
  fixed: [],
};

export const CASH_SALE_IMPORT_MAP: ImportMap = {
  scriptId: 'custimport_add_cashsale_hc',
  name: 'HC Add Cash Sale',
  record: 'CASHSALE',
  dataHandling: 'ADD',
  multiThread: true,
  form: 'STANDARDCASHSALE',
  multiselectDelimiter: ':',
  systemNotesForCustomFields: true,
  columns: [
    byName('CASHSALE', 'custbody_hc_sales_channel', 'salesChannel'),
    byName('CASHSALE', 'custbody_hc_shopify_order_id', 'HCShopifyPOSOrderId'),
    byName('CASHSALE', 'custbody_hc_order_id', 'HCOrderId'),
    byId('CASHSALE', 'DEPARTMENT', 'department'),
    byName('CASHSALE', 'DISCOUNTITEM', 'discountItem'),
    byName('CASHSALE', 'DISCOUNTRATE', 'rate'),
    byId('CASHSALE', 'ENTITY', 'customer'),
    byName('CASHSALE', 'EXTERNALID', 'externalId'),
    byId('CASHSALE', 'LOCATION', 'location'),
    byName('CASHSALE', 'MEMO', 'orderNote'),
    byName('CASHSALE', 'TRANDATE', 'date'),
    byName('CASHSALE', 'OTHERREFNUM', 'orderId'),
    byId('CASHSALE', 'SUBSIDIARY', 'subsidiary'),
    // The till's money goes to the account of its method, not to whatever the form defaults to.
    ours(byId('CASHSALE', 'PAYMENTMETHOD', 'paymentMethod')),
    byName('CASHSALE:ITEM', 'custcol_hc_order_line_id', 'orderLineId'),
    byId('CASHSALE:ITEM', 'ITEM', 'item'),
    byName('CASHSALE:ITEM', 'PRICE', 'priceLevel'),
    byName('CASHSALE:ITEM', 'QUANTITY', 'quantity'),
    byName('CASHSALE:ITEM', 'RATE', 'price'),
    byName('CASHSALE:ITEM', 'TAXCODE', 'taxCode'),
    // Tells a discount line from the goods with the same key.
    ours(byName('CASHSALE:ITEM', 'custcol_hc_orderline_type_id', 'orderLineTypeId')),
    byName('CASHSALE::SHIPPINGADDRESS', 'ADDR1', 'address1'),
    byName('CASHSALE::SHIPPINGADDRESS', 'ADDR2', 'address2'),
    byName('CASHSALE::SHIPPINGADDRESS', 'CITY', 'city'),
    byName('CASHSALE::SHIPPINGADDRESS', 'COUNTRY', 'country'),
    byName('CASHSALE::SHIPPINGADDRESS', 'STATE', 'state'),
    byName('CASHSALE::SHIPPINGADDRESS', 'ZIP', 'zip'),
  ],
  fixed: [{ part: 'CASHSALE', field: 'SHIPADDRESSLIST', value: '-2' }],
};

export const INVENTORY_ADJUSTMENT_IMPORT_MAP: ImportMap = {
  scriptId: 'custimport_inventoryadjustment_hc',
  name: 'HC Import Inventory Adjustment',
  record: 'INVENTORYADJUSTMENT',
  dataHandling: 'ADDUPDATE',
  multiThread: false,
  form: 'STANDARDINVENTORYADJUSTMENT',
  multiselectDelimiter: ':',
  systemNotesForCustomFields: false,
  columns: [
    byId('INVENTORYADJUSTMENT', 'ACCOUNT', 'Adjustment Account'),
    byId('INVENTORYADJUSTMENT', 'ADJLOCATION', 'Adjustment Location'),
    byName('INVENTORYADJUSTMENT', 'MEMO', 'Memo'),
    byId('INVENTORYADJUSTMENT', 'SUBSIDIARY', 'Subsidiary'),
    byName('INVENTORYADJUSTMENT', 'TRANDATE', 'Date'),
    byName('INVENTORYADJUSTMENT', 'TRANID', 'Reference No'),
    byName('INVENTORYADJUSTMENT', 'custbody_hc_inventory_adj_number', 'HC Inventory Adj Id'),
    // The adjustments sublist is append-only: only an external id makes a second import harmless.
    ours(byName('INVENTORYADJUSTMENT', 'EXTERNALID', 'externalId')),
    byName('INVENTORYADJUSTMENT:INVENTORY', 'ADJUSTQTYBY', 'Adjust Qty By'),
    byId('INVENTORYADJUSTMENT:INVENTORY', 'ITEM', 'Item'),
    byId('INVENTORYADJUSTMENT:INVENTORY', 'LOCATION', 'Location'),
  ],
  fixed: [],
};

/** All saved imports of the road; the option values all share are published too. */
export const IMPORT_MAPS: readonly ImportMap[] = [
  CUSTOMER_IMPORT_MAP,
  SALES_ORDER_IMPORT_MAP,
  UPDATE_SALES_ORDER_IMPORT_MAP,
  CASH_SALE_IMPORT_MAP,
  INVENTORY_ADJUSTMENT_IMPORT_MAP,
];

export const IMPORT_MAP_OPTIONS = {
  charencoding: 'UTF_8',
  columndelimiter: 'COMMA',
  decimaldelimiter: 'PERIOD',
  ignorereadonly: 'T',
  overwritemissingfields: 'F',
  overwritesublists: 'F',
  preventduplicates: 'F',
  runserversuitescript: 'T',
  validatemandatorycustfields: 'T',
} as const;
