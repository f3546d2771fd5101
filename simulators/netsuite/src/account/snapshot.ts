// The whole state of an account as one text, so that a simulator can be stopped and started again.

import type {
  CsvImportDefinition,
  CustomFieldDefinition,
  CustomRecordDefinition,
  SavedSearchDefinition,
} from './definitions.ts';
import type { Engine } from './engine.ts';
import type { StockState } from './store/stock.ts';
import type { StoredData } from './store/stored-data.ts';
import { fromTaggedJson, toTaggedJson } from './tagged-json.ts';

export interface SnapshotParts {
  readonly engine: Engine;
  readonly searches: Keeper<SavedSearchDefinition>;
  readonly imports: Keeper<CsvImportDefinition>;
}

interface Keeper<T> {
  readonly add: (definition: T) => void;
  readonly all: () => readonly T[];
}

interface Snapshot {
  readonly version: 1;
  readonly customFields: readonly CustomFieldDefinition[];
  readonly customRecords: readonly CustomRecordDefinition[];
  readonly searches: readonly SavedSearchDefinition[];
  readonly imports: readonly CsvImportDefinition[];
  readonly records: readonly StoredData[];
  readonly counters: Readonly<Record<string, number>>;
  readonly stock: StockState;
}

/** Writes the state of an account: definitions, records, counters, stock. */
export function takeSnapshot({ engine, searches, imports }: SnapshotParts): string {
  const snapshot: Snapshot = {
    version: 1,
    customFields: engine.schema.customFields(),
    customRecords: engine.schema.customRecords(),
    searches: searches.all(),
    imports: imports.all(),
    records: engine.store.all(),
    counters: engine.store.counters(),
    stock: engine.stock.state(),
  };
  return toTaggedJson(snapshot);
}

/** Reads a state into an account, in place of what it holds. @throws for a text of another version */
export function restoreSnapshot({ engine, searches, imports }: SnapshotParts, text: string): void {
  // Written by takeSnapshot; the version says whether its shape is still this one.
  const snapshot = fromTaggedJson(text) as Snapshot;
  if (snapshot.version !== 1)
    throw new Error(`A snapshot of version ${String(snapshot.version)} cannot be read.`);
  for (const field of snapshot.customFields) engine.schema.addCustomField(field);
  for (const record of snapshot.customRecords) engine.schema.addCustomRecord(record);
  for (const search of snapshot.searches) searches.add(search);
  for (const csvImport of snapshot.imports) imports.add(csvImport);
  engine.store.restore(snapshot.records);
  engine.store.setCounters(snapshot.counters);
  engine.stock.restore(snapshot.stock);
}
