// Every script of the project: its source, what NetSuite calls it, and how it is deployed. Ids, names and
// schedules of the road come from the contract; what only NetSuite's users need is here.

import { RESTLETS, type Script, SCRIPTS, type ScriptKey } from '@sendsale/netsuite/contract';
import { RETURN_PARAMETERS } from '../src/lib/return-parameters.ts';

export type ScriptKind = 'scheduledscript' | 'mapreducescript' | 'restlet';

export interface ProjectDeployment {
  readonly id: string;
  readonly title: string;
  readonly status: 'SCHEDULED' | 'NOTSCHEDULED' | 'TESTING' | 'RELEASED';
  readonly recurrence: ProjectRecurrence | null;
}

/** Times are UTC. `repeat` is an ISO duration within the day; null for once a day or once at all. */
export interface ProjectRecurrence {
  readonly kind: 'daily' | 'single';
  readonly startDate: string;
  readonly startTime: string;
  readonly repeat: string | null;
}

export interface ProjectScript {
  readonly kind: ScriptKind;
  readonly id: string;
  /** The name the run RESTlet knows it by. */
  readonly name: string;
  readonly description: string;
  /** Under `src/`, without extension; the last part names the file in NetSuite. */
  readonly source: string;
  readonly deployments: readonly ProjectDeployment[];
  /** What an administrator sets for the script. */
  readonly parameters?: readonly ScriptParameter[];
}

/** A text an administrator fills in: an internal id, usually. */
export interface ScriptParameter {
  readonly id: string;
  readonly label: string;
  readonly help: string;
}

const SOURCES: Readonly<Record<ScriptKey, readonly [source: string, description: string]>> = {
  importCustomers: ['customer/import-customers', 'Customers of the OMS become customers'],
  exportCustomerIds: ['customer/export-customer-ids', 'Customer ids for the OMS'],
  importSalesOrders: ['sales-order/import-sales-orders', 'Orders of the OMS become sales orders'],
  exportSalesOrderIds: ['sales-order/export-sales-order-ids', 'Sales order ids for the OMS'],
  exportSalesOrderLineIds: [
    'sales-order/export-sales-order-line-ids',
    'Sales order line ids for the OMS',
  ],
  createCustomerDeposits: [
    'sales-order/create-customer-deposits',
    'Payments of the OMS become customer deposits',
  ],
  exportCustomerDeposits: [
    'sales-order/export-customer-deposit-ids',
    'Customer deposit ids for the OMS',
  ],
  updateSalesOrders: [
    'sales-order/update-sales-orders',
    'Allocations and closed lines of the OMS on the sales orders',
  ],
  createItemFulfillments: [
    'sales-order/create-item-fulfillments',
    'Shipments of the OMS become item fulfillments',
  ],
  exportFulfillmentsJson: ['sales-order/export-fulfillments', 'What NetSuite shipped, for the OMS'],
  exportFulfillmentsCsv: ['sales-order/export-fulfillments-csv', 'What NetSuite shipped, as CSV'],
  exportRejectedItems: ['sales-order/export-rejected-items', 'Rejected lines for the OMS'],
  createInvoices: ['sales-order/create-invoices', 'Invoices what is shipped'],
  createCustomerRefunds: [
    'sales-order/create-customer-refunds',
    'Refunds of the OMS become customer refunds',
  ],
  importCashSales: ['cash-sale/import-cash-sales', 'Carry-out sales of the OMS become cash sales'],
  exportCashSaleIds: ['cash-sale/export-cash-sale-ids', 'Cash sale ids for the OMS'],
  importInventoryAdjustments: [
    'inventory/import-inventory-adjustments',
    'Variances of the OMS become inventory adjustments',
  ],
  generateInventory: ['inventory/generate-inventory', 'Stock by location for the OMS'],
  uploadInventory: ['inventory/upload-inventory', 'Stock by location for the OMS, by its old id'],
  generateProducts: ['product/generate-products', 'Item ids for the OMS'],
  uploadProducts: ['product/upload-products', 'Item ids for the OMS, by its old id'],
  createDepositsAndRefunds: [
    'sales-order/create-deposits-and-refunds',
    'Payments and refunds in one file',
  ],
  exportGiftCardFulfillments: [
    'sales-order/export-gift-card-fulfillments',
    'Gift cards that were shipped, with their numbers',
  ],
  createPosReturns: [
    'pos-return/create-pos-returns',
    'Returns of the OMS are authorised, received, credited and refunded',
  ],
  exportReturnIds: ['pos-return/export-return-ids', 'Return authorization ids for the OMS'],
  exportKits: ['product/export-kits', 'What kits are made of, for the OMS'],
  exportDiscountItems: ['discount-item/export-discount-items', 'Discount items for the OMS'],
  exportInactiveDiscountItems: [
    'discount-item/export-inactive-discount-items',
    'Discount items that are not used any more',
  ],
  exportCycleCounts: ['inventory/export-cycle-counts', 'Cycle counts that were booked'],
  exportInventoryAdjustments: [
    'inventory/export-inventory-adjustments',
    'Adjustments made in NetSuite, for the OMS',
  ],
  generateAuditReport: ['audit/generate-audit-report', 'Lines of new orders, to compare'],
  uploadAuditReport: ['audit/upload-audit-report', 'The audit report, by its old id'],
};

/** First days of the published recurrences. */
const DAILY_SINCE = '2023-08-22';
const ON_DEMAND_SINCE = '2025-02-05';

const REPEATS: ReadonlyMap<number, string | null> = new Map([
  [15, 'PT15M'],
  [30, 'PT30M'],
  [60, 'PT1H'],
  [1440, null],
]);

const PARAMETERS: Readonly<Partial<Record<ScriptKey, readonly ScriptParameter[]>>> = {
  createPosReturns: [
    {
      id: RETURN_PARAMETERS.balancingItem,
      label: 'Balancing item',
      help: 'Internal id of the item a difference in total is booked on',
    },
    {
      id: RETURN_PARAMETERS.balancingTaxCode,
      label: 'Balancing tax code',
      help: 'Internal id of the tax code of that line and of exchange credits',
    },
  ],
};

/** Deployed, but not run by the schedule: the JSON variant tells the same. */
const PAUSED: ReadonlySet<ScriptKey> = new Set<ScriptKey>([
  'exportFulfillmentsCsv',
  // As published: our OMS sends deposits and refunds apart.
  'createDepositsAndRefunds',
]);

function ofContract(key: ScriptKey): ProjectScript {
  const [source, description] = SOURCES[key];
  const script: Script = SCRIPTS[key];
  const status = PAUSED.has(key) ? 'TESTING' : 'SCHEDULED';
  return {
    kind: script.scriptType === 'MAP_REDUCE' ? 'mapreducescript' : 'scheduledscript',
    id: script.scriptId,
    name: script.jobName,
    description,
    source,
    parameters: PARAMETERS[key] ?? [],
    deployments: [
      { ...scheduled(script), status },
      onDemand(script.onDemandDeploymentId, script.jobName),
    ],
  };
}

function scheduled(script: Script): ProjectDeployment {
  const repeat = REPEATS.get(script.everyMinutes);
  if (repeat === undefined) {
    throw new Error(
      `${script.jobName}: NetSuite cannot repeat every ${script.everyMinutes} minutes`,
    );
  }
  return {
    id: script.deploymentId,
    title: script.jobName,
    status: 'SCHEDULED',
    recurrence: {
      kind: 'daily',
      startDate: DAILY_SINCE,
      startTime: `${script.startsAt}:00Z`,
      repeat,
    },
  };
}

function onDemand(id: string, jobName: string): ProjectDeployment {
  return {
    id,
    title: `${jobName} on demand`,
    status: 'NOTSCHEDULED',
    recurrence: {
      kind: 'single',
      startDate: ON_DEMAND_SINCE,
      startTime: '00:00:00Z',
      repeat: null,
    },
  };
}

/** A published script that runs once, and may be run again at any time: its tree then is complete. */
const CREATE_DIRECTORIES: ProjectScript = {
  kind: 'scheduledscript',
  id: 'customscript_create_sftpdirectory',
  name: 'HC_SC_CreateSFTPDirectory',
  description: 'Makes the directories on the SFTP server',
  source: 'sftp/create-directories',
  deployments: [
    {
      id: 'customdeploy_create_sftpdirectory',
      title: 'HC_SC_CreateSFTPDirectory',
      status: 'TESTING',
      recurrence: {
        kind: 'single',
        startDate: '2022-05-25',
        startTime: '23:00:00Z',
        repeat: null,
      },
    },
    onDemand('customdeploy_create_sftpdir_rest', 'HC_SC_CreateSFTPDirectory'),
  ],
};

interface Restlet {
  readonly scriptId: string;
  readonly deploymentId: string;
  readonly name: string;
  readonly source: string;
  readonly description: string;
}

function restlet(entry: Restlet): ProjectScript {
  const { scriptId: id, deploymentId, name, source, description } = entry;
  const title = name;
  const deployment = { id: deploymentId, title, status: 'RELEASED', recurrence: null } as const;
  return { kind: 'restlet', id, name, description, source, deployments: [deployment] };
}

/** All scripts of the project, in a fixed order. */
export const PROJECT_SCRIPTS: readonly ProjectScript[] = [
  // Object.keys of the contract's own table gives its keys.
  ...(Object.keys(SCRIPTS) as ScriptKey[]).map(ofContract),
  CREATE_DIRECTORIES,
  restlet({
    ...RESTLETS.run,
    name: 'HC_RL_RunSuiteScript',
    source: 'restlet/run-script',
    description: 'Starts a script at once',
  }),
  restlet({
    scriptId: 'customscript_restlet_getscript_cronexp',
    deploymentId: 'customdeploy_restlet_getscript_cronexp',
    name: 'HC_RL_GetSuiteScriptCronExpression',
    source: 'restlet/get-cron',
    description: 'How often a script is scheduled',
  }),
  restlet({
    scriptId: 'customscript_restlet_store_sftpconf',
    deploymentId: 'customdeploy_restlet_store_sftpconf',
    name: 'HC_RL_StoreSFTPConfiguration',
    source: 'restlet/store-sftp-settings',
    description: 'Stores the SFTP settings',
  }),
  restlet({
    scriptId: 'customscript_restlet_updatescript',
    deploymentId: 'customdeploy_restlet_updatescript',
    name: 'HC_RL_UpdateSuiteScriptStatus',
    source: 'restlet/update-script-status',
    description: 'Pauses a script or lets it go on',
  }),
  restlet({
    ...RESTLETS.readBack,
    name: 'SENDSALE_RL_ReadBack',
    source: 'restlet/read-back',
    description: 'Reads the transactions of orders back',
  }),
];
