// Body fields that the vendored list lacks. Rows are `id:type`, `*` required, `!` read only.
// Field ids are NetSuite's; which of them a form shows is [assumed].

const ITEM =
  'itemid:text* displayname:text salesdescription:longtext purchasedescription:longtext upccode:text ' +
  'baseprice:currency2 cost:currency2 subtype:text isfulfillable:checkbox isinactive:checkbox parent:select ' +
  'subsidiary:multiselect incomeaccount:select assetaccount:select cogsaccount:select taxschedule:select ' +
  'weight:float weightunit:select location:select department:select class:select externalid:text ' +
  'includechildren:checkbox isonline:checkbox createddate:datetime! lastmodifieddate:datetime! itemtype:text! ' +
  'totalquantityonhand:float! rate:rate manufacturer:text taxable:checkbox istaxable:checkbox vendorname:text ' +
  'usebins:checkbox islotitem:checkbox isserialitem:checkbox costingmethod:select';

const NAMED = 'name:text* isinactive:checkbox externalid:text description:textarea';

const SALES_DERIVED =
  'status:text! statusref:text! createddate:datetime! lastmodifieddate:datetime!';

const ROWS: Readonly<Record<string, string>> = {
  inventoryitem: ITEM,
  noninventoryitem: ITEM,
  noninventorysaleitem: ITEM,
  noninventoryresaleitem: ITEM,
  otherchargeitem: ITEM,
  otherchargesaleitem: ITEM,
  serviceitem: ITEM,
  servicesaleitem: ITEM,
  kititem: ITEM,
  assemblyitem: ITEM,
  giftcertificateitem: ITEM,
  discountitem: ITEM,
  markupitem: ITEM,
  paymentmethod: `${NAMED} account:select creditcard:checkbox isdebitcard:checkbox undepfunds:radio`,
  salestaxitem:
    'itemid:text* name:text! rate:percent description:textarea isinactive:checkbox externalid:text country:select taxtype:select',
  pricelevel: `${NAMED} discountpct:percent isonline:checkbox`,
  shipitem:
    'itemid:text* displayname:text carrier:text isinactive:checkbox externalid:text description:textarea account:select ' +
    'servicecode:text shippingflatrateamount:currency subsidiary:multiselect',
  term: `${NAMED} daysuntilnetdue:integer datedriven:checkbox`,
  classification: `${NAMED} parent:select subsidiary:multiselect includechildren:checkbox`,
  location:
    'mainaddress:summary returnaddress:summary namenohierarchy:text! isoffice:checkbox phone:phone',
  department: 'namenohierarchy:text!',
  folder: 'lastmodifieddate:datetime!',
  file:
    'name:text* folder:select* filetype:select content:longtext url:text! documentsize:integer! created:datetime! modified:datetime! ' +
    'description:textarea isinactive:checkbox isonline:checkbox externalid:text',
  scheduledscript:
    'name:text* scriptid:text* scriptfile:text description:textarea isinactive:checkbox scripttype:select',
  mapreducescript:
    'name:text* scriptid:text* scriptfile:text description:textarea isinactive:checkbox scripttype:select',
  restlet:
    'name:text* scriptid:text* scriptfile:text description:textarea isinactive:checkbox scripttype:select',
  clientscript:
    'name:text* scriptid:text* scriptfile:text description:textarea isinactive:checkbox scripttype:select',
  usereventscript:
    'name:text* scriptid:text* scriptfile:text description:textarea isinactive:checkbox scripttype:select',
  scriptdeployment:
    'title:text* scriptid:text* script:select* scripttype:select status:select+ isdeployed:checkbox+ loglevel:select+ ' +
    'recurringevent:longtext recordtype:text queueid:text deploymentid:text',
  salesorder: `${SALES_DERIVED} amountbilled:currency!`,
  invoice: `${SALES_DERIVED} duedate:date`,
  cashsale: SALES_DERIVED,
  creditmemo: `${SALES_DERIVED} taxamountoverride:currency`,
  returnauthorization: `${SALES_DERIVED} taxamountoverride:currency`,
  itemfulfillment:
    `${SALES_DERIVED} shipcarrier:text trackingnumbers:text! location:select department:select ` +
    'class:select tranid:text generateintegratedshipperlabel:checkbox',
  itemreceipt: SALES_DERIVED,
  customerdeposit: `${SALES_DERIVED} createdfrom:select! unapplied:currency! applied:currency! undepfunds:radio`,
  depositapplication: `${SALES_DERIVED} tranid:text createdfrom:select!`,
  customerrefund: `${SALES_DERIVED} entity:select createdfrom:select!`,
  inventoryadjustment: `${SALES_DERIVED} location:select`,
  inventorytransfer: SALES_DERIVED,
  transferorder: SALES_DERIVED,
  purchaseorder: SALES_DERIVED,
  customerpayment: `${SALES_DERIVED} applied:currency! unapplied:currency! undepfunds:radio createdfrom:select!`,
  cashrefund: SALES_DERIVED,
  vendor:
    'companyname:text isperson:radio firstname:text lastname:text altname:text! subsidiary:select currency:select',
  customer:
    'altname:text! defaultbillingaddress:text! shippingitem:select contact:text ' +
    'isperson:radio lastmodifieddate:datetime! datecreated:datetime!',
};

/** The supplementary rows of a type, e.g. `["itemid:text*", …]`; [] when there are none. */
export function supplementaryFields(type: string): string[] {
  return ROWS[type]?.split(' ').filter((row) => row !== '') ?? [];
}
