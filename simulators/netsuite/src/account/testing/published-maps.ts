// The published import maps the tests need, as the bundle defines them (netsuite-contract, appendix A1).

import type {
  CsvFieldMapping,
  CsvImportDefinition,
  CustomFieldDefinition,
} from '../definitions.ts';

type Row = readonly [record: string, field: string, column: string, reference?: 'INTERNAL_ID'];

function column([record, field, name, reference]: Row): CsvFieldMapping {
  return {
    record,
    field,
    source: { kind: 'column', column: name, reference: reference ?? 'NAME' },
  };
}

function constant(record: string, field: string, value: string): CsvFieldMapping {
  return { record, field, source: { kind: 'constant', value } };
}

const OPTIONS = {
  columnDelimiter: ',',
  multiselectDelimiter: ':',
  overwriteMissingFields: false,
  overwriteSublists: false,
  ignoreReadOnly: true,
  preventDuplicates: false,
  validateMandatoryCustomFields: true,
} as const;

const ADDRESS: ReadonlyArray<readonly [string, string, string]> = [
  ['ADDR1', 'address1', 'billingAddress1'],
  ['ADDR2', 'address2', 'billingAddress2'],
  ['ADDRESSEE', 'addressee', 'billingAddressee'],
  ['ADDRPHONE', 'phone', 'billingPhone'],
  ['CITY', 'city', 'billingCity'],
  ['COUNTRY', 'country', 'billingCountry'],
  ['STATE', 'state', 'billingState'],
  ['ZIP', 'zip', 'billingZip'],
];

const ORDER = 'SALESORDER';
const LINE = 'SALESORDER:ITEM';

export const addSalesOrders: CsvImportDefinition = {
  ...OPTIONS,
  id: 'custimport_add_salesorders_hc',
  name: 'Add Sales Orders',
  recordType: ORDER,
  dataHandling: 'ADD',
  mappings: [
    column([ORDER, 'custbody_hc_sales_channel', 'salesChannel']),
    column([ORDER, 'custbody_hc_order_id', 'HCOrderId']),
    column([ORDER, 'DEPARTMENT', 'department', 'INTERNAL_ID']),
    column([ORDER, 'DISCOUNTITEM', 'discountItem']),
    column([ORDER, 'DISCOUNTRATE', 'rate']),
    column([ORDER, 'EMAIL', 'email']),
    column([ORDER, 'ENTITY', 'customer', 'INTERNAL_ID']),
    column([ORDER, 'EXTERNALID', 'externalId']),
    column([ORDER, 'LOCATION', 'location', 'INTERNAL_ID']),
    column([ORDER, 'MEMO', 'orderNote']),
    constant(ORDER, 'ORDERSTATUS', 'B'),
    constant(ORDER, 'SHIPADDRESSLIST', '-2'),
    column([ORDER, 'SHIPMETHOD', 'shippingMethod', 'INTERNAL_ID']),
    column([ORDER, 'SHIPPINGCOST', 'shippingCost']),
    column([ORDER, 'SHIPPINGTAXCODE', 'shippingTaxCode']),
    column([ORDER, 'TRANDATE', 'date']),
    column([ORDER, 'OTHERREFNUM', 'orderId']),
    column([ORDER, 'SUBSIDIARY', 'subsidiary', 'INTERNAL_ID']),
    column([LINE, 'custcol_hc_item_tag', 'tag']),
    column([LINE, 'custcol_hc_order_line_id', 'orderLineId']),
    column([LINE, 'custcol_hc_orderline_type_id', 'orderLineTypeId']),
    column([LINE, 'ISCLOSED', 'closed']),
    column([LINE, 'ITEM', 'item', 'INTERNAL_ID']),
    column([LINE, 'PRICE', 'priceLevel']),
    column([LINE, 'LOCATION', 'itemLocation', 'INTERNAL_ID']),
    column([LINE, 'QUANTITY', 'quantity']),
    column([LINE, 'RATE', 'price']),
    column([LINE, 'TAXCODE', 'taxCode']),
    ...ADDRESS.map(([field, name]) => column(['SALESORDER::SHIPPINGADDRESS', field, name])),
    ...ADDRESS.map(([field, , name]) => column(['SALESORDER::BILLINGADDRESS', field, name])),
  ],
};

export const updateSalesOrders: CsvImportDefinition = {
  ...OPTIONS,
  id: 'custimport_update_salesorders_hc',
  name: 'Update Sales Orders',
  recordType: ORDER,
  dataHandling: 'UPDATE',
  mappings: [
    column([ORDER, 'ID', 'internalId']),
    column([LINE, 'custcol_hc_item_tag', 'tags']),
    column([LINE, 'ISCLOSED', 'closed']),
    column([LINE, 'ITEM', 'item', 'INTERNAL_ID']),
    column([LINE, 'LINE', 'lineId']),
    column([LINE, 'LOCATION', 'location', 'INTERNAL_ID']),
    column([LINE, 'QUANTITY', 'quantity']),
  ],
};

export const addCustomers: CsvImportDefinition = {
  ...OPTIONS,
  id: 'custimport_customer_hc',
  name: 'Add Customers',
  recordType: 'CUSTOMER',
  dataHandling: 'ADD',
  multiselectDelimiter: '|',
  mappings: [
    column(['CUSTOMER', 'DEFAULTORDERPRIORITY', 'defaultOrderPriority']),
    column(['CUSTOMER', 'custentity_hc_shop_cust_id', 'HCShopifyCustomerId']),
    column(['CUSTOMER', 'custentity_hc_customer_id', 'HCCustomerId']),
    column(['CUSTOMER', 'ENTITYSTATUS', 'status']),
    column(['CUSTOMER', 'EXTERNALID', 'externalId']),
    column(['CUSTOMER', 'EMAIL', 'email']),
    column(['CUSTOMER', 'PHONE', 'phone']),
    column(['CUSTOMER', 'FIRSTNAME', 'firstName']),
    column(['CUSTOMER', 'ISPERSON', 'individual']),
    column(['CUSTOMER', 'LASTNAME', 'lastName']),
    column(['CUSTOMER', 'SUBSIDIARY', 'subsidiary', 'INTERNAL_ID']),
    column(['CUSTOMER', 'TAXABLE', 'taxable']),
  ],
};

export const adjustInventory: CsvImportDefinition = {
  ...OPTIONS,
  id: 'custimport_inventoryadjustment_hc',
  name: 'Adjust Inventory',
  recordType: 'INVENTORYADJUSTMENT',
  dataHandling: 'ADDUPDATE',
  mappings: [
    column(['INVENTORYADJUSTMENT', 'ACCOUNT', 'Adjustment Account', 'INTERNAL_ID']),
    column(['INVENTORYADJUSTMENT', 'ADJLOCATION', 'Adjustment Location', 'INTERNAL_ID']),
    column(['INVENTORYADJUSTMENT', 'MEMO', 'Memo']),
    column(['INVENTORYADJUSTMENT', 'SUBSIDIARY', 'Subsidiary', 'INTERNAL_ID']),
    column(['INVENTORYADJUSTMENT', 'TRANDATE', 'Date']),
    column(['INVENTORYADJUSTMENT', 'TRANID', 'Reference No']),
    column(['INVENTORYADJUSTMENT:INVENTORY', 'ADJUSTQTYBY', 'Adjust Qty By']),
    column(['INVENTORYADJUSTMENT:INVENTORY', 'ITEM', 'Item', 'INTERNAL_ID']),
    column(['INVENTORYADJUSTMENT:INVENTORY', 'LOCATION', 'Location', 'INTERNAL_ID']),
  ],
};

type CustomRow = readonly [
  id: string,
  kind: CustomFieldDefinition['kind'],
  appliesTo: string,
  fieldType?: string,
];

function custom([id, kind, appliesTo, fieldType]: CustomRow): CustomFieldDefinition {
  return { id, kind, label: id, fieldType: fieldType ?? 'TEXT', appliesTo: appliesTo.split(' ') };
}

const CUSTOM_ROWS: readonly CustomRow[] = [
  ['custentity_hc_customer_id', 'entity', 'appliestocustomer'],
  ['custentity_hc_shop_cust_id', 'entity', 'appliestocustomer'],
  ['custbody_hc_order_id', 'body', 'bodysale bodyitemfulfillment bodydeposit'],
  ['custbody_hc_shopify_order_id', 'body', 'bodysale bodyitemfulfillment bodydeposit'],
  ['custbody_hc_sales_channel', 'body', 'bodysale bodyitemfulfillment'],
  ['custbody_hc_pos_return_id', 'body', 'bodysale bodyitemreceipt bodycustomerpayment'],
  ['custbody_hc_fulfillment_exported', 'body', 'bodyitemfulfillment', 'CHECKBOX'],
  ['custbody_hc_inventory_adj_number', 'body', 'bodyinventoryadjustment'],
  ['custcol_hc_item_tag', 'column', 'colsale colitemfulfillment'],
  ['custcol_hc_order_line_id', 'column', 'colsale colitemfulfillment'],
  ['custcol_hc_orderline_type_id', 'column', 'colsale colitemfulfillment'],
  ['custcol_hc_order_item_rejected', 'column', 'colsale', 'CHECKBOX'],
  ['custrecord_hc_inv_sync', 'other', '-103', 'CHECKBOX'],
];

/** The custom fields of the published bundle that the maps and searches name (appendix A2). */
export const publishedFields: readonly CustomFieldDefinition[] = CUSTOM_ROWS.map(custom);
