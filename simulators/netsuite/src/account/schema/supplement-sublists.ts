// Sublists that the vendored list lacks. Field ids are NetSuite's, seen in published scripts or its help.

import type { SublistKind } from './field.ts';

export interface SublistSupplement {
  readonly id: string;
  readonly kind: SublistKind;
  /** Rows of `id:type`, `*` required, `!` read only. */
  readonly fields: readonly string[];
}

function sublist(id: string, kind: SublistKind, rows: string): SublistSupplement {
  return { id, kind, fields: rows.split(' ').filter((row) => row !== '') };
}

// [assumed] the sales lines of invoice, credit memo and return are those of the vendored sales order.
const SALES_LINE =
  'item:select quantity:float units:select description:textarea price:select rate:rate amount:currency ' +
  'taxcode:select taxrate1:percent! istaxable:checkbox location:select department:select class:select ' +
  'isclosed:checkbox quantityreceived:float! quantitybilled:float! line:text! orderline:text! lineuniquekey:text! itemtype:text! itemsubtype:text! ' +
  'orderdoc:text! quantityremaining:float! quantityavailable:float! quantityonhand:float!';

// [seen] in published scripts: orderline quantity location itemreceive.
const RECEIVE_LINE =
  'itemreceive:checkbox item:select! itemname:text! itemtype:text! quantity:positive location:select orderline:text! ' +
  'line:text! lineuniquekey:text! quantityremaining:float! onhand:float! restock:checkbox itemdescription:text! department:select ' +
  'class:select orderdoc:text! rate:rate! units:select';

// [documented] Oracle help section_N1299826: the deposit sublist of a customer refund.
const DEPOSIT_LINE =
  'apply:checkbox amount:currency doc:select! line:text! remaining:currency! total:currency! refnum:text! ' +
  'depositdate:date! currency:text! internalid:text!';

const APPLY_LINE =
  'apply:checkbox amount:currency doc:select! line:text! due:currency! total:currency! refnum:text! type:text! ' +
  'applydate:date! currency:text! internalid:text! createdfrom:select!';

const PRICE_LINE = 'pricelevel:select! pricelevelname:text! price_1_:number discount:percent!';

const SALES = sublist('item', 'editor', SALES_LINE);
const PRICE = sublist('price', 'editor', PRICE_LINE);
const PACKAGE = sublist(
  'package',
  'editor',
  'packagedescr:text packageweight:posfloat packagetrackingnumber:text packagecartonnumber:integer',
);
const ADJUSTMENT = sublist(
  'inventory',
  'editor',
  'item:select location:select adjustqtyby:float* quantityonhand:float! newquantity:float! unitcost:currency2 ' +
    'description:text department:select class:select line:text! lineuniquekey:text! memo:text units:select',
);

// [seen] the fields published scripts read; the vendored list has most of them.
const TRANSFER_LINE =
  'item:select* quantity:float rate:currency2 amount:currency description:textarea isclosed:checkbox quantitycommitted:float! ' +
  'quantityfulfilled:float! quantityreceived:float! line:text! lineuniquekey:text! itemtype:text! units:select';
const PURCHASE_LINE =
  'item:select quantity:float rate:rate amount:currency description:textarea isclosed:checkbox location:select department:select ' +
  'class:select expectedreceiptdate:date quantityreceived:float! quantitybilled:float! line:text! lineuniquekey:text! itemtype:text! units:select';

const SUBLISTS: Readonly<Record<string, readonly SublistSupplement[]>> = {
  salesorder: [SALES],
  cashsale: [SALES],
  invoice: [SALES],
  creditmemo: [SALES, sublist('apply', 'list', APPLY_LINE)],
  returnauthorization: [SALES],
  cashrefund: [SALES],
  customerpayment: [sublist('apply', 'list', APPLY_LINE)],
  transferorder: [sublist('item', 'editor', TRANSFER_LINE)],
  purchaseorder: [sublist('item', 'editor', PURCHASE_LINE)],
  inventorytransfer: [ADJUSTMENT],
  itemfulfillment: [sublist('item', 'list', RECEIVE_LINE), PACKAGE],
  itemreceipt: [sublist('item', 'list', RECEIVE_LINE)],
  inventoryadjustment: [ADJUSTMENT],
  customerdeposit: [sublist('apply', 'static', APPLY_LINE)],
  depositapplication: [sublist('apply', 'list', APPLY_LINE)],
  customerrefund: [sublist('deposit', 'list', DEPOSIT_LINE), sublist('apply', 'list', APPLY_LINE)],
  kititem: [sublist('member', 'editor', 'item:select* quantity:float* memberunit:text'), PRICE],
  customer: [
    sublist(
      'addressbook',
      'editor',
      'addressbookaddress:summary defaultshipping:checkbox defaultbilling:checkbox label:text id:text!',
    ),
  ],
  inventoryitem: [PRICE],
  noninventoryitem: [PRICE],
  noninventorysaleitem: [PRICE],
  noninventoryresaleitem: [PRICE],
  otherchargeitem: [PRICE],
  giftcertificateitem: [PRICE],
};

/** The sublists to add to, or to merge into, those of a type. */
export function supplementarySublists(type: string): readonly SublistSupplement[] {
  return SUBLISTS[type] ?? [];
}
