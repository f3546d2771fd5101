// The client's calls of the reconciliation.

import { z } from 'zod';
import { verbs } from './call.ts';
import type { Call } from './call.ts';
import { queryText } from './query-text.ts';
import {
  Difference,
  OrderBooksView,
  Reconciliation,
  ReconciliationDay,
  ReconciliationRunView,
  ReconciliationSheet,
} from './reconciliation.ts';
import type { DayQuery, DifferenceQuery, ReconcileRequest } from './reconciliation.ts';

const BASE = '/api/reconciliation';
const text = encodeURIComponent;

/** @throws ApiError on every answer that is not 2xx, from each of the calls. */
// The inferred type is the documentation: one line a call.
export function reconciliationCalls(call: Call) {
  const { get, post } = verbs(call);
  return {
    reconcile: async (body: ReconcileRequest = {}) => post(BASE, Reconciliation, body),
    reconciliationRuns: async () => get(`${BASE}/runs`, ReconciliationRunView.array()),
    reconciliationDays: async (query: DayQuery = {}) =>
      get(`${BASE}/days${queryText(query)}`, ReconciliationDay.array()),
    reconciliationSheet: async (day: string, shopId?: string) =>
      get(`${BASE}/days/${text(day)}${queryText({ shopId })}`, ReconciliationSheet.array()),
    /** The sheet as CSV. */
    reconciliationCsv: async (day: string, shopId?: string) =>
      call({
        method: 'GET',
        path: `${BASE}/days/${text(day)}/sheet.csv${queryText({ shopId })}`,
        answer: z.string(),
        isText: true,
      }),
    differences: async (query: DifferenceQuery = {}) =>
      get(`${BASE}/differences${queryText(query)}`, Difference.array()),
    orderBooks: async (nameOrId: string) => get(`${BASE}/orders/${text(nameOrId)}`, OrderBooksView),
  };
}
