// The work of a queued task as plain data: what a state file keeps of it.

import type { CsvImportProgress } from '../account/account.ts';
import type { MapReduceProgress } from './map-reduce/run.ts';
import type { HeldRow } from './refused-rows.ts';
import type { SearchExport } from './search-task.ts';

export type Job =
  | {
      readonly kind: 'script';
      readonly script: string;
      readonly deployment: string;
      readonly parameters: Readonly<Record<string, string>>;
      readonly how: InvocationType;
      /** Of a map/reduce script. */
      readonly progress: MapReduceProgress | null;
    }
  | {
      readonly kind: 'csv-import';
      readonly mappingId: string;
      readonly name: string;
      readonly content: string;
      readonly held: readonly HeldRow[];
      readonly progress: CsvImportProgress;
    }
  | { readonly kind: 'search'; readonly request: SearchExport };

/** How a script was started. */
export type InvocationType = 'scheduled' | 'ondemand' | 'userinterface';
