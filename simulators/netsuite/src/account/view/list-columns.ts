// Which fields a record list shows: the ones users look for on transactions, else the first that are filled in.

import type { TypeSchema } from '../schema/schema.ts';
import type { StoredData } from '../store/stored-data.ts';

const TRANSACTION =
  'trandate entity customer status createdfrom salesorder location transferlocation otherrefnum total payment unapplied amountremaining ' +
  'memo externalid';

const BY_TYPE: Readonly<Record<string, string>> = {
  customer: 'altname email phone subsidiary externalid',
  file: 'folder filetype documentsize modified',
  folder: 'parent',
  scriptdeployment: 'title script status isdeployed loglevel',
};

// Long or technical: shown on the record, not in a list.
const NEVER = new Set(['content', 'recurringevent', 'lastmodifieddate', 'createddate', 'created']);
const MOST = 7;

/** The ids of the fields of a type's list, in their order. */
export function listColumns(schema: TypeSchema, records: readonly StoredData[]): string[] {
  const isFilled = (id: string): boolean =>
    schema.fields.has(id) && records.some((record) => record.fields[id] !== undefined);
  if (schema.kind.family === 'transaction') {
    return TRANSACTION.split(' ').filter((id) => id === 'status' || isFilled(id));
  }
  const own = BY_TYPE[schema.type]?.split(' ').filter(isFilled);
  if (own !== undefined) return own;
  const filled = new Set(records.slice(-50).flatMap((record) => Object.keys(record.fields)));
  return [...filled].filter((id) => schema.fields.has(id) && !NEVER.has(id)).slice(0, MOST);
}
