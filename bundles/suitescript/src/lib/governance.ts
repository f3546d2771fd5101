// Units are counted before work is begun, so that a script ends between two records and never inside one.

import * as runtime from 'N/runtime';
import { isChangedMeanwhile } from './script-error.ts';

/** Units of the calls of N/* that the plans of our scripts are made of. */
export const UNITS = {
  search: 10,
  transactionLoad: 10,
  transactionSave: 20,
  transfer: 100,
  list: 10,
  move: 10,
  submitTask: 100,
  startScript: 20,
} as const;

/** What must be left to answer, to move the file and to start the next script. */
const CLOSING_UNITS = 500;

/** True when `units` can be spent and enough is left to end well. */
export function enoughUnits(units: number): boolean {
  return runtime.getCurrentScript().getRemainingUsage() >= units + CLOSING_UNITS;
}

const ATTEMPTS = 3;

/** Runs an edit again, from the load on, when somebody else saved the record in between. */
export function retryChanged<Value>(edit: () => Value): Value {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return edit();
    } catch (error) {
      if (attempt === ATTEMPTS || !isChangedMeanwhile(error)) throw error;
    }
  }
}
