// The custom fields of the project: the published ones the road uses (contract A2), with what they apply
// to, and ours.

import { FIELDS } from '../src/lib/fields.ts';
import { SETTINGS_FIELDS, SETTINGS_RECORD } from '../src/lib/sftp-setting-ids.ts';

export interface CustomField {
  readonly id: string;
  readonly object:
    | 'transactionbodycustomfield'
    | 'transactioncolumncustomfield'
    | 'entitycustomfield'
    | 'othercustomfield';
  readonly label: string;
  readonly description: string;
  readonly type: 'TEXT' | 'CHECKBOX' | 'INTEGER';
  /** SDF's applies-to flags that are T; for an other-record field its record type. */
  readonly appliesTo: readonly string[];
}

/** Everything a customer buys by; refunds and deposits stand under other flags. */
const SALE = ['bodysale'];
const ORDER_ID = [
  'bodysale',
  'bodydeposit',
  'bodycustomerpayment',
  'bodyitemfulfillment',
  'bodyjournal',
  'bodytransferorder',
];
const LINE = ['colsale', 'colitemfulfillment', 'coltransferorder'];
/** As published: our object replaces that one and must not take the field off other records of the account. */
const TAGGED = [...LINE, 'colopportunity', 'colpurchase', 'colstore'];

type Definition = readonly [
  id: string,
  type: CustomField['type'],
  appliesTo: readonly string[],
  label: string,
  description: string,
];

const BODY: readonly Definition[] = [
  [FIELDS.orderId, 'TEXT', ORDER_ID, 'HC Order Id', 'Id of the order in the OMS'],
  [
    FIELDS.salesChannel,
    'TEXT',
    ['bodysale', 'bodyitemfulfillment', 'bodytransferorder'],
    'HC Sales Channel',
    'Channel of the order; marks what belongs to the integration',
  ],
  [FIELDS.shopifyOrderId, 'TEXT', ORDER_ID, 'HC Shopify Order Id', 'Id of the order at Shopify'],
  [
    FIELDS.shipmentId,
    'TEXT',
    ['bodyitemfulfillment'],
    'HC Shipment Id',
    'Id of the shipment in the OMS; empty for what NetSuite shipped',
  ],
  [
    FIELDS.fulfillmentExported,
    'CHECKBOX',
    ['bodyitemfulfillment'],
    'HC Fulfillment Exported',
    'The OMS was told of this fulfillment',
  ],
  [
    FIELDS.fulfillmentCsvExported,
    'CHECKBOX',
    ['bodyitemfulfillment'],
    'Sendsale CSV Exported',
    'This fulfillment is in a CSV file for the OMS',
  ],
  [
    FIELDS.adjustmentNumber,
    'TEXT',
    ['bodyinventoryadjustment'],
    'HC Inventory Adj Number',
    'Id of the variance in the OMS',
  ],
  [
    FIELDS.adjustmentExported,
    'CHECKBOX',
    ['bodyinventoryadjustment'],
    'HC Inven Adjustment Exported',
    'The OMS was told of this adjustment',
  ],
  [
    FIELDS.countExported,
    'CHECKBOX',
    ['bodyinventoryadjustment'],
    'Sendsale Count Exported',
    'The OMS was told of this cycle count',
  ],
  [
    FIELDS.giftCardExported,
    'CHECKBOX',
    ['bodyitemfulfillment'],
    'HC GC Fulfillment Exported',
    'The OMS was told the gift card numbers',
  ],
  [
    FIELDS.returnId,
    'TEXT',
    ['bodycustomerpayment', 'bodyitemreceipt', 'bodysale'],
    'HC POS Return Id',
    'Id of the return in the OMS',
  ],
  [
    FIELDS.idExported,
    'CHECKBOX',
    ['bodysale', 'bodydeposit'],
    'Sendsale Id Exported',
    'The OMS was told the internal id',
  ],
  [
    FIELDS.linesExported,
    'CHECKBOX',
    SALE,
    'Sendsale Line Ids Exported',
    'The OMS was told the line ids',
  ],
  [
    FIELDS.linesTold,
    'INTEGER',
    SALE,
    'Sendsale Lines Told',
    'The highest line the OMS was told the id of',
  ],
  [
    FIELDS.reportedStatus,
    'TEXT',
    SALE,
    'Sendsale Reported Status',
    'Status of the invoice the OMS was told last',
  ],
  [
    FIELDS.invoiceProblem,
    'TEXT',
    SALE,
    'Sendsale Invoice Problem',
    'Why the order could not be invoiced',
  ],
  [
    FIELDS.exchangeCredit,
    'CHECKBOX',
    SALE,
    'Sendsale Exchange',
    'This credit memo pays for goods shipped in exchange',
  ],
];

const COLUMN: readonly Definition[] = [
  [
    FIELDS.giftCardNumber,
    'TEXT',
    ['colitemfulfillment'],
    'HC Gift Card Number',
    'Number of the card that was shipped',
  ],
  [
    FIELDS.returnReason,
    'TEXT',
    ['colitemreceipt', 'colsale'],
    'HC Return Reason',
    'Why the item came back',
  ],
  [FIELDS.lineTag, 'TEXT', TAGGED, 'HC Item Tag', 'Tags of the line'],
  [
    FIELDS.lineRejected,
    'CHECKBOX',
    ['colsale', 'coltransferorder'],
    'HC Order Item Rejected',
    'The line cannot be shipped from its location',
  ],
  [FIELDS.lineKey, 'TEXT', LINE, 'HC Order Line Id', 'Id of the line in the OMS'],
  [
    FIELDS.lineType,
    'TEXT',
    LINE,
    'HC Order Line Type Id',
    'What the line is when it is no goods: a discount, tax, a tip',
  ],
];

const ENTITY: readonly Definition[] = [
  [FIELDS.customerId, 'TEXT', ['appliestocustomer'], 'HC Customer Id', 'Id in the OMS'],
  [
    FIELDS.shopifyCustomerId,
    'TEXT',
    ['appliestocustomer'],
    'HC Shopify Customer Id',
    'Id of the customer at Shopify',
  ],
  [
    FIELDS.customerIdExported,
    'CHECKBOX',
    ['appliestocustomer'],
    'Sendsale Id Exported',
    'The OMS was told the internal id',
  ],
];

/** -103 is the location record. */
const OTHER: readonly Definition[] = [
  [
    FIELDS.locationInSync,
    'CHECKBOX',
    ['-103'],
    'HC Inventory Sync',
    'The stock of the location is told to the OMS',
  ],
];

function fields(object: CustomField['object'], definitions: readonly Definition[]): CustomField[] {
  return definitions.map(([id, type, appliesTo, label, description]) => ({
    id,
    object,
    label,
    description,
    type,
    appliesTo,
  }));
}

export const CUSTOM_FIELDS: readonly CustomField[] = [
  ...fields('transactionbodycustomfield', BODY),
  ...fields('transactioncolumncustomfield', COLUMN),
  ...fields('entitycustomfield', ENTITY),
  ...fields('othercustomfield', OTHER),
];

export interface CustomRecord {
  readonly id: string;
  readonly name: string;
  readonly fields: ReadonlyArray<{
    readonly id: string;
    readonly label: string;
    readonly type: 'TEXT' | 'INTEGER' | 'CLOBTEXT';
  }>;
}

/** Where the SFTP server is (contract §20); exactly one active row is expected. */
export const SETTINGS: CustomRecord = {
  id: SETTINGS_RECORD,
  name: 'NS SFTP Configuration',
  fields: [
    { id: SETTINGS_FIELDS.host, label: 'Server', type: 'TEXT' },
    { id: SETTINGS_FIELDS.user, label: 'User', type: 'TEXT' },
    { id: SETTINGS_FIELDS.port, label: 'Port', type: 'INTEGER' },
    { id: SETTINGS_FIELDS.hostKey, label: 'Host key (base64)', type: 'CLOBTEXT' },
    { id: SETTINGS_FIELDS.secret, label: 'API secret id', type: 'TEXT' },
    { id: SETTINGS_FIELDS.directory, label: 'Base directory, ending with /', type: 'TEXT' },
  ],
};
