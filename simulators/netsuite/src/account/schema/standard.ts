// NetSuite's own field lists, read once from the vendored data (simulators/netsuite/schema).

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { defined } from '@sendsale/std';

export interface StandardField {
  readonly internalId: string;
  readonly type: string;
  readonly label: string;
  readonly required?: string;
  readonly nlapiSubmitField?: string;
}

export interface StandardType {
  readonly fields: readonly StandardField[];
  readonly sublists: ReadonlyArray<{
    readonly internalId: string;
    readonly label: string;
    readonly fields: readonly StandardField[];
  }>;
  readonly searchFilters: readonly StandardField[];
  readonly searchColumns: readonly StandardField[];
  readonly transformTypes?: ReadonlyArray<{ readonly targetRecordType: string }>;
}

const FILE = new URL('../../../schema/records.json.gz', import.meta.url);

let types: ReadonlyMap<string, StandardType> | null = null;

/** The 272 record types of the vendored list by their script id. [documented] */
export function standardTypes(): ReadonlyMap<string, StandardType> {
  if (types === null) {
    // The file is ours and its shape is the interface above; a test reads all of it.
    const parsed = JSON.parse(gunzipSync(readFileSync(FILE)).toString('utf8')) as {
      records: Record<string, StandardType>;
    };
    types = new Map(Object.entries(defined(parsed.records, 'The list has records.')));
  }
  return types;
}
