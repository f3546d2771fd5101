// What a NetSuite account offers to everything that runs on it: scripts, CSV imports, the HTTP pages.
// All of it is synchronous and in memory, because a SuiteScript's calls are.

import type { Definitions, SavedSearchDefinition } from './definitions.ts';
import type { RecordListener } from './records/events.ts';
import type { AccountView } from './view/view.ts';

/** A field value as scripts see it: ids and line numbers are strings, checkboxes booleans, dates Dates. */
export type FieldValue = string | number | boolean | Date | null | readonly string[];

export interface Account {
  /** The account's present instant; the host moves it. */
  readonly now: () => Date;
  readonly records: Records;
  readonly searches: Searches;
  readonly files: FileCabinet;
  readonly imports: CsvImports;
  /** Sets who hears of the events of records. */
  readonly listen: (listener: RecordListener) => void;
  /** Records as the account's pages show them. */
  readonly view: AccountView;
  /** Grows with every change of what the account holds. */
  readonly revision: () => number;
  /** Adds custom fields, custom records, saved searches, CSV maps, scripts and deployments of a project. */
  readonly install: (definitions: Definitions) => void;
  /** The whole state as a text, definitions included; scripts' sources are files in it. */
  readonly snapshot: () => string;
  /** Puts a snapshot in place of what the account holds. */
  readonly restore: (snapshot: string) => void;
}

export interface Records {
  /** @throws SuiteScriptError, as N/record does, in all of these. */
  readonly create: (options: CreateOptions) => RecordSession;
  readonly load: (options: { type: string; id: string; isDynamic?: boolean }) => RecordSession;
  readonly copy: (options: { type: string; id: string; isDynamic?: boolean }) => RecordSession;
  readonly transform: (options: TransformOptions) => RecordSession;
  readonly delete: (options: { type: string; id: string }) => string;
  readonly submitFields: (options: SubmitFieldsOptions) => string;
  /** For pages and the control API: every stored record of a type, oldest first, as plain values. */
  readonly list: (type: string) => readonly StoredRecord[];
}

export interface CreateOptions {
  readonly type: string;
  readonly isDynamic?: boolean;
  readonly defaultValues?: Readonly<Record<string, FieldValue>>;
}

export interface TransformOptions {
  readonly fromType: string;
  readonly fromId: string;
  readonly toType: string;
  readonly isDynamic?: boolean;
  readonly defaultValues?: Readonly<Record<string, FieldValue>>;
}

export interface SubmitFieldsOptions {
  readonly type: string;
  readonly id: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly enableSourcing?: boolean;
  readonly ignoreMandatoryFields?: boolean;
}

/** A record being edited; nothing is stored until `save`. Wrong-mode calls are refused. */
export interface RecordSession {
  readonly type: string;
  readonly id: string | null;
  readonly isDynamic: boolean;
  readonly getValue: (fieldId: string) => FieldValue;
  readonly setValue: (fieldId: string, value: FieldValue) => void;
  readonly getText: (fieldId: string) => string;
  readonly setText: (fieldId: string, text: string) => void;
  readonly getLineCount: (sublistId: string) => number;
  readonly getSublistValue: (sublistId: string, fieldId: string, line: number) => FieldValue;
  // oxlint-disable-next-line max-params -- N/record names these four; an object would only rename them
  readonly setSublistValue: (
    sublistId: string,
    fieldId: string,
    line: number,
    value: FieldValue,
  ) => void;
  readonly getSublistText: (sublistId: string, fieldId: string, line: number) => string;
  // oxlint-disable-next-line max-params -- the same four, with the text
  readonly setSublistText: (sublistId: string, fieldId: string, line: number, text: string) => void;
  readonly insertLine: (sublistId: string, line: number) => void;
  readonly removeLine: (sublistId: string, line: number) => void;
  readonly selectLine: (sublistId: string, line: number) => void;
  readonly selectNewLine: (sublistId: string) => void;
  readonly getCurrentSublistValue: (sublistId: string, fieldId: string) => FieldValue;
  readonly setCurrentSublistValue: (sublistId: string, fieldId: string, value: FieldValue) => void;
  readonly getCurrentSublistText: (sublistId: string, fieldId: string) => string;
  readonly setCurrentSublistText: (sublistId: string, fieldId: string, text: string) => void;
  /** Of the selected line; a new one stands after the others. -1 without a selection. */
  readonly getCurrentSublistIndex: (sublistId: string) => number;
  readonly commitLine: (sublistId: string) => void;
  readonly cancelLine: (sublistId: string) => void;
  /** An address and the like; its fields are set on it and stored with the record. */
  readonly getSubrecord: (fieldId: string) => RecordSession;
  /** Stores the record and everything that follows from it, or nothing. @returns the internal id. */
  readonly save: (options?: {
    enableSourcing?: boolean;
    ignoreMandatoryFields?: boolean;
  }) => string;
}

export interface StoredRecord {
  readonly type: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly sublists: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, FieldValue>>>>>;
  readonly subrecords: Readonly<Record<string, Readonly<Record<string, FieldValue>>>>;
  /** The status as a user sees it, e.g. "Pending Fulfillment"; null for records without one. */
  readonly statusText: string | null;
}

export interface Searches {
  /** Runs a definition; filters and columns are checked here, as NetSuite reports them when it runs. */
  readonly run: (search: SearchDefinition) => readonly SearchRow[];
  /** A saved search by script id or internal id. @throws SuiteScriptError INVALID_SEARCH */
  readonly load: (id: string) => SearchDefinition;
  /** The saved ones, in the order they were installed. */
  readonly saved: () => readonly SavedSearchDefinition[];
}

export interface SearchDefinition {
  /** `transaction`, `customer`, `item`, a record type, or a custom record's id. */
  readonly type: string;
  readonly filters: FilterExpression;
  readonly columns: readonly SearchColumn[];
}

/** A term, or terms joined by 'AND', 'OR' and 'NOT', nested as N/search's filter expressions are. */
export type FilterExpression = ReadonlyArray<FilterTerm | FilterExpression | 'AND' | 'OR' | 'NOT'>;

export interface FilterTerm {
  readonly name: string;
  readonly join: string | null;
  readonly operator: string;
  readonly values: readonly string[];
  /** For formulatext, formulanumeric and formuladate. */
  readonly formula: string | null;
}

export interface SearchColumn {
  readonly name: string;
  readonly join: string | null;
  readonly label: string | null;
  readonly formula: string | null;
  readonly function: string | null;
  readonly summary: string | null;
  readonly sort: 'ASC' | 'DESC' | null;
}

export interface SearchRow {
  readonly recordType: string;
  readonly id: string;
  /** In the order of the columns. `text` is null where a value has no other face. */
  readonly values: ReadonlyArray<{ readonly value: string; readonly text: string | null }>;
}

export interface FileCabinet {
  /** @throws SuiteScriptError RCRD_DSNT_EXIST; `id` is an internal id or a path. */
  readonly load: (id: string) => StoredFile;
  /** The same name in the same folder overwrites and keeps the id. @returns the internal id. */
  readonly save: (file: {
    name: string;
    folder: string;
    fileType: string;
    content: string;
  }) => string;
  readonly delete: (id: string) => void;
  /** A folder by path, made where it is missing. @returns its internal id. */
  readonly folder: (path: string) => string;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly fileType: string;
  readonly content: string;
}

export interface CsvImports {
  /** Checks what NetSuite checks at submission. @throws SuiteScriptError FAILED_TO_SUBMIT_JOB_REQUEST_1 */
  readonly prepare: (options: {
    mappingId: string;
    name: string;
    content: string;
    /** Where a job of the same content was when its account was kept; from the start when left out. */
    progress?: CsvImportProgress;
  }) => CsvImportJob;
}

/** A queued import. The host calls `step` until it is done, so that a long import does not block. */
export interface CsvImportJob {
  readonly name: string;
  readonly mappingId: string;
  /** Imports up to `records` more records. @returns true when nothing is left. */
  readonly step: (records: number) => boolean;
  readonly progress: () => CsvImportProgress;
  readonly result: () => CsvImportResult;
}

/** How far a job is: the records it tried, and which of them, by position, it did not take. */
export interface CsvImportProgress {
  readonly done: number;
  readonly refused: ReadonlyArray<{ readonly unit: number; readonly message: string }>;
}

export interface CsvImportResult {
  readonly imported: number;
  readonly total: number;
  /** What NetSuite mails to the user: only the refused rows, with the reason in front. */
  readonly responseFile: string;
  readonly refused: ReadonlyArray<{ readonly rows: readonly number[]; readonly message: string }>;
}
