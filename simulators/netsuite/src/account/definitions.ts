// What an SDF project defines, read from its XML objects and ready to be installed in an account.

import type { SearchDefinition } from './account.ts';

export interface Definitions {
  readonly customFields: readonly CustomFieldDefinition[];
  readonly customRecords: readonly CustomRecordDefinition[];
  readonly savedSearches: readonly SavedSearchDefinition[];
  readonly csvImports: readonly CsvImportDefinition[];
  readonly scripts: readonly ScriptDefinition[];
}

export type FieldKind = 'body' | 'column' | 'entity' | 'record' | 'other';

export interface CustomFieldDefinition {
  /** e.g. custbody_hc_order_id */
  readonly id: string;
  readonly kind: FieldKind;
  readonly label: string;
  /** SDF field type: TEXT, CHECKBOX, INTEGER, DATETIMETZ, SELECT, … */
  readonly fieldType: string;
  /** The applies-to flags that are T, e.g. bodysale, colitemfulfillment, appliestocustomer; for `other`, the record type. */
  readonly appliesTo: readonly string[];
}

export interface CustomRecordDefinition {
  /** e.g. customrecord_ns_sftp_configuration */
  readonly id: string;
  readonly name: string;
  readonly fields: readonly CustomFieldDefinition[];
}

export interface SavedSearchDefinition {
  readonly id: string;
  readonly title: string;
  readonly search: SearchDefinition;
}

export type DataHandling = 'ADD' | 'UPDATE' | 'ADDUPDATE';

export interface CsvImportDefinition {
  /** e.g. custimport_add_salesorders_hc */
  readonly id: string;
  readonly name: string;
  readonly recordType: string;
  readonly dataHandling: DataHandling;
  readonly columnDelimiter: string;
  readonly multiselectDelimiter: string;
  readonly overwriteMissingFields: boolean;
  readonly overwriteSublists: boolean;
  readonly ignoreReadOnly: boolean;
  readonly preventDuplicates: boolean;
  readonly validateMandatoryCustomFields: boolean;
  /** Whether user event scripts run for the records of the import; they do unless it is false. */
  readonly runServerScripts?: boolean;
  readonly mappings: readonly CsvFieldMapping[];
}

export interface CsvFieldMapping {
  /** Record part as in the XML: SALESORDER, SALESORDER:ITEM (sublist), SALESORDER::SHIPPINGADDRESS (subrecord). */
  readonly record: string;
  readonly field: string;
  /** Either a constant or a column, never both. */
  readonly source:
    | { readonly kind: 'constant'; readonly value: string }
    | {
        readonly kind: 'column';
        readonly column: string;
        readonly reference: 'NAME' | 'INTERNAL_ID' | 'EXTERNAL_ID';
      };
}

export type ScriptType =
  'scheduledscript' | 'mapreducescript' | 'restlet' | 'clientscript' | 'usereventscript';

export interface ScriptDefinition {
  readonly id: string;
  readonly name: string;
  readonly type: ScriptType;
  /** File Cabinet path, e.g. /SuiteScripts/sendsale/import-sales-orders.js */
  readonly file: string;
  readonly source: string;
  readonly parameters: readonly CustomFieldDefinition[];
  readonly deployments: readonly DeploymentDefinition[];
}

export interface DeploymentDefinition {
  readonly id: string;
  readonly title: string;
  readonly status: 'SCHEDULED' | 'NOTSCHEDULED' | 'TESTING' | 'RELEASED';
  readonly isDeployed: boolean;
  readonly recurrence: Recurrence | null;
}

/** Exactly one recurrence a deployment; `repeatMinutes` within the day, null for once. */
export interface Recurrence {
  readonly kind: 'single' | 'daily' | 'weekly' | 'monthly' | 'everyweekday' | 'other';
  readonly startAt: Date;
  readonly everyDays: number;
  readonly repeatMinutes: number | null;
}
