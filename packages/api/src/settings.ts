// Business settings one by one, and as a table of rows: `section,key,shop,name,value`.

import { z } from 'zod';

/** One setting: a mapping, or a field of a facility or shop. */
export const SettingRow = z.object({
  /** What it is about, e.g. `payment-method`; SETTING_SECTIONS lists them. */
  section: z.string(),
  /** Which one: our word, the gateway, the facility. */
  key: z.string(),
  /** The shop it is for; `*` is every shop. */
  shop: z.string().default('*'),
  value: z.string(),
});
export type SettingRow = z.infer<typeof SettingRow>;

export const SettingRows = z.object({ rows: z.array(SettingRow) });
export type SettingRows = z.infer<typeof SettingRows>;

/** Where a row of an import is wrong: `row` counts from 1, the header of a CSV file not included. */
export const SettingFault = z.object({
  row: z.number().int(),
  code: z.string(),
  message: z.string(),
});
export type SettingFault = z.infer<typeof SettingFault>;

/** Either everything was taken over, or, with faults, nothing. */
export const SettingsAnswer = z.object({
  changed: z.number().int(),
  faults: z.array(SettingFault),
});
export type SettingsAnswer = z.infer<typeof SettingsAnswer>;
