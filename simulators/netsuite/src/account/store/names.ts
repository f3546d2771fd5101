// The names a record can be found by, without those of its parents.

import type { StoredData } from './stored-data.ts';
import { textOf } from './stored-data.ts';

const NAME_FIELDS = ['entityid', 'itemid', 'name', 'acctname', 'periodname', 'title', 'tranid'];

/** The record's own name as dropdowns show it: an entity's id and name, anything else's name. */
export function ownName(record: StoredData): string {
  for (const field of NAME_FIELDS) {
    const name = textOf(record.fields, field);
    if (name === '') continue;
    const altName = field === 'entityid' ? textOf(record.fields, 'altname') : '';
    return altName === '' || altName === name ? name : `${name} ${altName}`;
  }
  return record.id;
}

/** Every name that finds the record, in lower case; an entity is also found by its id or name alone. [assumed] */
export function searchNames(record: StoredData): Set<string> {
  const names = ['entityid', 'altname'].map((field) => textOf(record.fields, field));
  return new Set([ownName(record), ...names].filter((name) => name !== '').map(lower));
}

function lower(name: string): string {
  return name.toLowerCase();
}
