// Saved searches of a published SDF project (hotwax/netsuite-integration, Apache-2.0), as an account shows them. How
// the containers they are exported in nest is not documented; where ours cannot be read, a search that is known by its
// id is taken from here, and the installation says so.

import type { FilterTerm, SearchColumn } from '../account/account.ts';
import type { SavedSearchDefinition } from '../account/definitions.ts';

// `#` id, type, sort, title; `?` filters, all joined by AND; `=` columns. A formula stands in brackets, a function
// behind an exclamation mark, values are separated by bars.
const TEXT = `
# customsearch_export_inventory_item item ^itemid Export Inventory Item
? type anyof Assembly | InvtPart | Kit & isinactive is F & locationquantityonhand greaterthanorequalto 0 & inventorylocation.custrecord_hc_inv_sync is T
= formulatext[CASE NVL({parent},'0') WHEN '0' THEN{itemid} ELSE SUBSTR({itemid}, INSTR({itemid}, ' : ', -1) + 3) END] as Item & inventorylocation.internalid as externalFacilityId & formulanumeric[NVL({locationquantityavailable},0)] as availableQty & internalid as idValue
# customsearch_export_so_for_invoice transaction HC Auto Sales Order Bill
? type anyof SalesOrd & status anyof SalesOrd:F & mainline is T & applyingtransaction.type anyof CustDep & custbody_hc_sales_channel isnotempty
= lastmodifieddate & internalid
# customsearch_hc_alc_open_invoice transaction HC Open Invoice Report (ALC Audit Log)
? type anyof CustInvc & status anyof CustInvc:A & mainline is T & custbody_hc_order_id isnotempty & datecreated on yesterday
= internalid as NS Invoice Internal ID & otherrefnum as Shopify Order Name & custbody_celigo_etail_order_id as Etail Order ID & custbody_hc_order_id as HC Order ID & createdfrom.internalid as Sales Order ID & tranid as Invoice Number & total as Amount & formulatext[TO_CHAR({datecreated}, 'YYYY-MM-DD')] as Invoice Date & amountremaining as Amount Due
# customsearch_hc_closed_unreconcile_to transaction HC Closed Unreconcile Transfer Order Items
? type anyof TrnfrOrd & mainline is F & custcol_hc_closed is T & shipzip isnotempty & closed is F & formulatext[{transferorderitemline}] isempty & formulatext[{transferorderquantityreceived}] isnotempty & formulatext[{transferorderquantityshipped}] isnotempty & formulanumeric[NVL({transferorderquantityshipped}, 0) - NVL({transferorderquantityreceived}, 0)] equalto 0 & formulanumeric[NVL({transferorderquantityshipped}, 0) + NVL({quantity}, 0)] notequalto 0
= internalid & line & item & custcol_hc_discrepancy_qty & quantity & transferorderquantityshipped & transferorderquantityreceived & formulanumeric[NVL({transferorderquantityshipped}, 0) + NVL({quantity}, 0)]
# customsearch_hc_create_hotwax_fulfilled transaction HC Create Hotwax Fulfilled Order Item
? type anyof SalesOrd & status anyof SalesOrd:B | SalesOrd:E | SalesOrd:D & custcol_hc_item_tag contains hotwax-fulfilled & custbody_hc_sales_channel isnotempty & custbody_hc_shopify_order_id isnotempty & custcol_hc_order_line_id isnotempty & quantitycommitted greaterthan 0 & quantityshiprecv equalto 0 & closed is F & custcol_hc_orderline_type_id isempty
= internalid & line & quantity & location
# customsearch_hc_exp_customer_deposit transaction HC Export Customer Deposit
? type anyof CustDep & createdfrom.type anyof SalesOrd & createdfrom.custbody_hc_shopify_order_id isnotempty
= internalid & externalid & formulatext[{createdfrom.custbody_hc_order_id}]
# customsearch_hc_exp_cycle_count transaction HC Export Cycle count
? type anyof InvAdjst & memo is Inventory cycle count by HotWax & datecreated on today & mainline is T
= internalid & custbody_hc_inventory_adj_number & custbody_hc_origin_facility_name & datecreated
# customsearch_hc_exp_kit_component item ^itemid HC Export KIT Component
? type anyof Kit & isinactive is F
= itemid & memberitem & memberquantity
# customsearch_hc_exp_oms_shipped_orders transaction HC Fulfill OMS Shipped Back Orders
? type anyof SalesOrd & status anyof SalesOrd:B | SalesOrd:E | SalesOrd:H | SalesOrd:D & custbody_hc_sales_channel isnotempty & custbody_hc_shopify_order_id isnotempty & custcol_hc_order_line_id isnotempty & custcol_hc_item_tag contains hotwax-fulfilled & closed is F & quantityshiprecv equalto 0 & lastmodifieddate onorbefore yesterday & quantitycommitted greaterthan 0
= internalid & item & line & quantity & location & shipmethod
# customsearch_hc_exp_pos_return transaction HC Export POS Return
? type anyof RtnAuth & custbody_hc_pos_return_id isnotempty & externalidstring isnotempty
= internalid & custbody_hc_pos_return_id
# customsearch_hc_exp_rejected_items transaction HC Export Rejected Sales Order Item
? type anyof SalesOrd & mainline is F & custcol_hc_order_line_id isnotempty & custcol_hc_order_item_rejected is T
= internalid & externalid & custcol_hc_order_line_id & line & custbody_hc_order_id
# customsearch_hc_exp_so_audit transaction HC Export Sales Order Audit
? type anyof SalesOrd | CashSale & custbody_hc_sales_channel isnotempty & datecreated onorafter yesterday & custcol_hc_order_line_id isnotempty
= formulatext[CONCAT({externalid},CONCAT('-',{custcol_hc_order_line_id}))] & externalid & custcol_hc_order_line_id & item & quantity & quantityshiprecv
# customsearch_hc_exp_store_to_fulfill_v2 transaction HC Export Store Transfer Order Fulfillment V2
? type anyof ItemShip & status anyof ItemShip:C & createdfrom.type anyof TrnfrOrd & formulanumeric[{quantity}] greaterthan 0 & location.locationtype anyof 1 & createdfrom.status anyof TrnfrOrd:F | TrnfrOrd:E & custcol_hc_item_tag isnotempty & tolocation.locationtype anyof 1 & custbody_hc_fulfillment_exported is F & lastmodifieddate onorafter yesterday
= internalid & custbody_hc_shipment_id & createdfrom & line & item & custcol_hc_shipment_item_seq_id
# customsearch_hc_exp_store_to_store_to_v2 transaction HC Export Store to Store Transfer Order v2
? type anyof TrnfrOrd & formulatext[{transferorderitemline}] isnotempty & location.locationtype anyof 1 & tolocation.locationtype anyof 1 & shipzip isnotempty & status anyof TrnfrOrd:B & custbody_hc_order_exported is F & datecreated on today
= internalid & item & quantity !absolutevalue & location & transferlocation & formulatext[TO_CHAR({datecreated}, 'YYYY-MM-DD HH24:MI:SS')] & shipcarrier & shipmethod & transferorderitemline & tranid & line
# customsearch_hc_exp_store_to_wh_to_v2 transaction HC Export Store to Wh Transfer Order v2
? type anyof TrnfrOrd & status anyof TrnfrOrd:B & location.locationtype anyof 1 & tolocation.locationtype anyof 2 & formulatext[{transferorderitemline}] isnotempty & shipzip isnotempty & custbody_hc_order_exported is F & datecreated on today
= internalid & item & quantity !absolutevalue & location & transferlocation & formulatext[TO_CHAR({datecreated}, 'YYYY-MM-DD HH24:MI:SS')] & shipcarrier & shipmethod & transferorderitemline & tranid
# customsearch_hc_exp_wh_to_fulfillment_v2 transaction HC Export WH Transfer Order Fulfillment v2
? type anyof ItemShip & status anyof ItemShip:C & formulatext[{createdfrom}] contains Transfer Order & formulanumeric[{quantity}] greaterthan 0 & createdfrom.status anyof TrnfrOrd:E | TrnfrOrd:F & location.locationtype anyof 2 & createdfrom.custbody_hc_order_exported is T & custbody_hc_fulfillment_exported is F & lastmodifieddate after 9/1/2025 12:00 am & createdfrom.custbody_hc_order_id isnotempty
= internalid & item & line & quantity & trackingnumbers & location & transferlocation & createdfrom & formulatext[TO_CHAR({lastmodifieddate}, 'YYYY-MM-DD HH24:MI:SS')]
# customsearch_hc_exp_wh_to_store_to_v2 transaction HC Export Wh to Store Transfer Order v2
? type anyof TrnfrOrd & status anyof TrnfrOrd:F | TrnfrOrd:E & location.locationtype anyof 2 & tolocation.locationtype anyof 1 & formulatext[{transferorderitemline}] isnotempty & shipzip isnotempty & custbody_hc_order_exported is F & datecreated on today
= internalid & item & quantity !absolutevalue & location & transferlocation & formulatext[TO_CHAR({datecreated}, 'YYYY-MM-DD HH24:MI:SS')] & shipcarrier & shipmethod & transferorderitemline & tranid & datecreated
# customsearch_hc_export_cashsales transaction HC Export Cash Sales
? type anyof CashSale & mainline is T & externalidstring isnotempty & custbody_hc_sales_channel isnotempty & custbody_hc_order_id isnotempty
= internalid & custbody_hc_order_id
# customsearch_hc_export_customer customer ^entityid HC Export Customer
? isinactive is F & externalidstring isnotempty & custentity_hc_shop_cust_id isnotempty
= externalid & internalid & custentity_hc_customer_id
# customsearch_hc_export_discount_items item HC Export Discount Items
? type anyof Discount & isinactive is F
= itemid & internalid
# customsearch_hc_export_inactive_discount item HC Export Inactive Discount Items
? type anyof Discount & isinactive is T
= itemid & internalid
# customsearch_hc_export_products item ^itemid HC Export Products
? type anyof Assembly | InvtPart | Kit | NonInvtPart & isinactive is F
= formulatext[CASE NVL({parent},'0') WHEN '0' THEN{itemid} ELSE SUBSTR({itemid}, INSTR({itemid}, ' : ', -1) + 3) END] as id-value & internalid as good-identification-value
# customsearch_hc_export_salesorder_item transaction HC Export Sales Order Item
? type anyof SalesOrd & mainline is F & custcol_hc_order_line_id isnotempty
= externalid & custcol_hc_order_line_id & line & custcol_hc_orderline_type_id & custbody_hc_order_id
# customsearch_hc_export_salesorders transaction HC Export Sales Orders
? type anyof SalesOrd & mainline is T & externalidstring isnotempty & custbody_hc_sales_channel isnotempty
= externalid & internalid & custbody_hc_order_id
# customsearch_hc_export_so_fulfillment transaction HC Export Sales Order Fulfillment
? type anyof ItemShip & status anyof ItemShip:C & formulatext[{createdfrom}] contains Sales Order & shipping is F & taxline is F & custcol_hc_order_line_id isnotempty & custcol_hc_item_tag isempty & custbody_hc_fulfillment_exported is F & lastmodifieddate after yesterday & custcol_hc_orderline_type_id isempty
= createdfrom.externalid & custcol_hc_order_line_id & location & quantity & trackingnumbers & shipcarrier & shipmethod & custbody_hc_order_id & formulatext[{lastmodifieddate}]
# customsearch_hc_export_transfeorder_item transaction HC Export Transfer Order Item
? type anyof TrnfrOrd & custcol_hc_order_line_id isnotempty & formulatext[{transferorderitemline}] isnotempty & mainline is F & shipzip isnotempty
= custcol_hc_order_line_id & custcol_hc_orderline_type_id & custbody_hc_order_id & transferorderitemline
# customsearch_hc_export_transfer_order_id transaction HC Export Transfer Order Id
? type anyof TrnfrOrd & mainline is T & custbody_hc_order_id isnotempty & custbody_hc_sales_channel isnotempty
= internalid & custbody_hc_order_id
# customsearch_hc_open_credit_memo_report transaction HC Open Credit Memo Report (ALC Audit Log)
? type anyof CustCred & status anyof CustCred:A & datecreated on yesterday & mainline is T
= internalid as Credit Memo Internal Id & total as Amount & custbody_celigo_etail_order_id as Shopify Order Id & otherrefnum as Shopify Order Number & custbody_hc_loopreturn_id as Loop Return Id & custbody_hc_loop_retrun_total as Loop Return Total & custbody_hc_pos_return_id as HC Return Id & formulatext[TO_CHAR({datecreated}, 'YYYY-MM-DD')] as Credit Memo Date
# customsearch_open_purchaserorder transaction Open Purchase Orders For Receiving
? type anyof PurchOrd & status anyof PurchOrd:B & mainline is F & datecreated on today & custbody_hc_order_exported is F
= internalid & item & quantity & location & line & formulatext[TO_CHAR({expectedreceiptdate},'MM/DD/YYYY')]
`;

/** The documented definition of a saved search, or null. */
export function documentedSearch(id: string): SavedSearchDefinition | null {
  return DOCUMENTED.get(id) ?? null;
}

const DOCUMENTED: ReadonlyMap<string, SavedSearchDefinition> = new Map(
  TEXT.split('\n# ')
    .slice(1)
    .map((block) => {
      const definition = readBlock(block);
      return [definition.id, definition];
    }),
);

function readBlock(block: string): SavedSearchDefinition {
  const [head = '', filters = '', columns = ''] = block.trim().split('\n');
  const [, id = '', type = '', sort = null, title = ''] =
    /^(\S+) (\S+)(?: \^(\S+))? (.*)$/.exec(head) ?? [];
  const terms = filters.slice(2).split(' & ').map(readTerm);
  return {
    id,
    title,
    search: {
      type,
      filters: terms.flatMap((term, index) => (index === 0 ? [term] : (['AND', term] as const))),
      columns: columns
        .slice(2)
        .split(' & ')
        .map((text) => readColumn(text, sort)),
    },
  };
}

function readTerm(text: string): FilterTerm {
  const [, field = '', formula = null, operator = '', values = ''] =
    /^([\w.]+)(?:\[(.*)\])? (\w+)(?: (.*))?$/.exec(text) ?? [];
  return {
    ...nameAndJoin(field),
    formula,
    operator,
    values: values === '' ? [] : values.split(' | '),
  };
}

function readColumn(text: string, sort: string | null): SearchColumn {
  const [, field = '', formula = null, applied = null, label = null] =
    /^([\w.]+)(?:\[(.*)\])?(?: !(\w+))?(?: as (.*))?$/.exec(text) ?? [];
  return {
    ...nameAndJoin(field),
    formula,
    label,
    function: applied,
    summary: null,
    sort: field === sort ? 'ASC' : null,
  };
}

function nameAndJoin(field: string): { readonly name: string; readonly join: string | null } {
  const [first = '', second] = field.split('.');
  return second === undefined ? { name: first, join: null } : { name: second, join: first };
}
