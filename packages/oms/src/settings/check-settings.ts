// Checks rows of settings against what there is, before any of them is taken over.

import type { Section } from './sections.ts';
import { SETTING_SECTIONS, sectionOf } from './sections.ts';

export interface SettingRow {
  readonly section: string;
  readonly key: string;
  readonly shop: string;
  readonly value: string;
}

export interface SettingFault {
  /** From 1. */
  readonly row: number;
  readonly code:
    | 'SECTION_UNKNOWN'
    | 'KEY_MISSING'
    | 'KEY_UNKNOWN'
    | 'SHOP_UNKNOWN'
    | 'FACILITY_UNKNOWN'
    | 'VALUE_MISSING'
    | 'VALUE_NOT_ALLOWED'
    | 'ID_NOT_A_NUMBER'
    | 'NOT_A_DURATION'
    | 'AMOUNT_EXPECTED'
    | 'ROW_TWICE';
  readonly message: string;
}

export interface KnownNames {
  readonly shops: ReadonlySet<string>;
  readonly facilities: ReadonlySet<string>;
}

const EVERY_SHOP = '*';
const WHOLE_NUMBER = /^\d{1,7}$/;
/** Sections whose values are amounts or whole numbers, none of them negative. */
const AMOUNTS: ReadonlySet<string> = new Set(['reconciliation']);
const AMOUNT = /^\d{1,9}(\.\d{1,3})?$/;
const NETSUITE_ID = /^-?\d{1,15}$/;

/** Every fault of every row, in order; none when all can be taken over. */
export function checkSettings(rows: readonly SettingRow[], known: KnownNames): SettingFault[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row, index): SettingFault[] => {
    const place = JSON.stringify([row.section, row.key, row.shop]);
    const before = seen.get(place);
    seen.set(place, index + 1);
    const fault = faultOf(row, known);
    if (fault !== null) return [{ row: index + 1, ...fault }];
    if (before === undefined) return [];
    const message = `${row.section} ${row.key} stands in row ${before} already.`;
    return [{ row: index + 1, code: 'ROW_TWICE', message }];
  });
}

type Fault = Omit<SettingFault, 'row'>;

function faultOf(row: SettingRow, known: KnownNames): Fault | null {
  const section = sectionOf(row.section);
  if (section === null) {
    const sections = Object.keys(SETTING_SECTIONS).join(', ');
    return {
      code: 'SECTION_UNKNOWN',
      message: `There is no section "${row.section}"; there are ${sections}.`,
    };
  }
  if (row.key === '')
    return { code: 'KEY_MISSING', message: `A row of ${row.section} names no key.` };
  return placeFault(row, section, known) ?? valueFault(row, section);
}

function placeFault(row: SettingRow, section: Section, known: KnownNames): Fault | null {
  if (row.shop !== EVERY_SHOP && !known.shops.has(row.shop)) {
    return { code: 'SHOP_UNKNOWN', message: `There is no shop "${row.shop}".` };
  }
  if (section.store === 'FACILITY' && !known.facilities.has(row.key)) {
    return { code: 'FACILITY_UNKNOWN', message: `There is no facility "${row.key}".` };
  }
  if (section.store === 'SHOP' && !known.shops.has(row.key)) {
    return { code: 'SHOP_UNKNOWN', message: `There is no shop "${row.key}".` };
  }
  if (section.store !== 'MAPPING' || section.keys === null || section.keys.includes(row.key)) {
    return null;
  }
  const keys = section.keys.join(', ');
  return {
    code: 'KEY_UNKNOWN',
    message: `${row.section} has no key "${row.key}"; it has ${keys}.`,
  };
}

function valueFault(row: SettingRow, section: Section): Fault | null {
  const { value } = row;
  if (value.trim() === '') {
    return { code: 'VALUE_MISSING', message: `${row.section} ${row.key} has no value.` };
  }
  if (section.isId && !NETSUITE_ID.test(value)) {
    return {
      code: 'ID_NOT_A_NUMBER',
      message: `${row.section} ${row.key} wants a NetSuite internal id, not "${value}".`,
    };
  }
  const unit = section.store === 'MAPPING' ? section.unit : undefined;
  if (unit !== undefined && !WHOLE_NUMBER.test(value)) {
    return {
      code: 'NOT_A_DURATION',
      message: `${row.section} ${row.key} is a whole number of ${unit}, not "${value}".`,
    };
  }
  if (AMOUNTS.has(row.section) && !AMOUNT.test(value)) {
    return {
      code: 'AMOUNT_EXPECTED',
      message: `${row.section} ${row.key} wants a number such as 0.05 or 60, not "${value}".`,
    };
  }
  const { values } = section;
  if (values === null || values.includes(value)) return null;
  return {
    code: 'VALUE_NOT_ALLOWED',
    message: `${row.section} ${row.key} is one of ${values.join(', ')}, not "${value}".`,
  };
}
