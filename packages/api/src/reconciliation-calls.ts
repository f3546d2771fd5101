// The client's calls of the reconciliation.

import { z } from 'zod';
import {
  Difference,
  OrderBooksView,
  Reconciliation,
  ReconciliationDay,
  ReconciliationRunView,
  ReconciliationSheet,
} from './reconciliation.ts';
import type { DayQuery, DifferenceQuery, ReconcileRequest } from './reconciliation.ts';

type Call = <T>(call: {
  readonly method: string;
  readonly path: string;
  readonly answer: z.ZodType<T> | null;
  readonly body?: unknown;
  readonly isText?: boolean;
}) => Promise<T>;

const BASE = '/api/reconciliation';
const text = encodeURIComponent;

/** @throws ApiError on every answer that is not 2xx, from each of the calls. */
// The inferred type is the documentation: one line a call.
export function reconciliationCalls(call: Call) {
  const get = async <T>(path: string, answer: z.ZodType<T>) =>
    call({ method: 'GET', path: BASE + path, answer });
  return {
    reconcile: async (body: ReconcileRequest = {}) =>
      call({ method: 'POST', path: BASE, answer: Reconciliation, body }),
    reconciliationRuns: async () => get('/runs', ReconciliationRunView.array()),
    reconciliationDays: async (query: DayQuery = {}) =>
      get(`/days${queryText(query)}`, ReconciliationDay.array()),
    reconciliationSheet: async (day: string, shopId?: string) =>
      get(`/days/${text(day)}${queryText({ shopId })}`, ReconciliationSheet.array()),
    /** The sheet as CSV. */
    reconciliationCsv: async (day: string, shopId?: string) =>
      call({
        method: 'GET',
        path: `${BASE}/days/${text(day)}/sheet.csv${queryText({ shopId })}`,
        answer: z.string(),
        isText: true,
      }),
    differences: async (query: DifferenceQuery = {}) =>
      get(`/differences${queryText(query)}`, Difference.array()),
    orderBooks: async (nameOrId: string) => get(`/orders/${text(nameOrId)}`, OrderBooksView),
  };
}

function queryText(query: Readonly<Record<string, string | number | null | undefined>>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) given.set(name, String(value));
  }
  return given.size === 0 ? '' : `?${given.toString()}`;
}
