// The day a transaction is posted on. A closed period must not hold a shipment or an invoice up: it is
// then posted today, as an accountant would.

import { errorText } from './script-error.ts';

const PERIOD = /period/i;

/** Saves with the wanted date or, where that period is closed, with NetSuite's default, today. */
export function saveOnDate(date: Date | null, save: (date: Date | null) => string): string {
  try {
    return save(date);
  } catch (error) {
    const { code, message } = errorText(error);
    if (date === null || !(PERIOD.test(message) || PERIOD.test(code))) throw error;
    log.audit({ title: `Period of ${date.toDateString()} is closed`, details: message });
    return save(null);
  }
}
