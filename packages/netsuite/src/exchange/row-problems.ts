// The problems a row of a file may leave that go away by taking the file again: what it names was not there
// yet, or could not be done yet.

import type { ProblemCode } from '@sendsale/domain';

export const ROW_PROBLEMS = [
  'FEED_ROW_MALFORMED',
  'FEED_ROW_ORDER_UNKNOWN',
  'RECORD_UNKNOWN',
  'ITEM_UNKNOWN',
  'STEP_NOT_ALLOWED',
  'NOT_ENOUGH_STOCK',
] as const satisfies readonly ProblemCode[];
