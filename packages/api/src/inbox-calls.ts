// The client's calls of the inbox, the feeds and the alerts.

import { z } from 'zod';
import { verbs } from './call.ts';
import type { Call } from './call.ts';
import { queryText } from './query-text.ts';
import { FeedFileDetail, FeedFileView, FeedView, LedgerRowView, SendAgainAnswer } from './feeds.ts';
import {
  ActAnswer,
  AlertRuleView,
  AlertView,
  CauseView,
  ProblemDetailView,
  ProblemView,
} from './problems.ts';
import type { AssignRequest, NoteRequest, RetryRequest, SettleRequest } from './problems.ts';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** @throws ApiError on every answer that is not 2xx, from each of the calls. */
// The inferred type is the documentation: one line a call.
export function inboxCalls(call: Call) {
  const { get, post } = verbs(call);
  const text = encodeURIComponent;
  return {
    problems: async (query: Query = {}) =>
      get(`/api/problems${queryText(query)}`, ProblemView.array()),
    problemCauses: async () => get('/api/problems/causes', CauseView.array()),
    showProblem: async (id: number) => get(`/api/problems/${id}`, ProblemDetailView),
    retryProblems: async (request: RetryRequest) => post('/api/problems/retry', ActAnswer, request),
    assignProblems: async (request: AssignRequest) =>
      post('/api/problems/assign', ActAnswer, request),
    noteProblems: async (request: NoteRequest) => post('/api/problems/note', ActAnswer, request),
    settleProblems: async (request: SettleRequest) =>
      post('/api/problems/settle', ActAnswer, request),
    feeds: async () => get('/api/feeds', FeedView.array()),
    feedFiles: async (query: Query = {}) =>
      get(`/api/feeds/files${queryText(query)}`, FeedFileView.array()),
    showFeedFile: async (id: number) => get(`/api/feeds/files/${id}`, FeedFileDetail),
    sendFileAgain: async (id: number) => post(`/api/feeds/files/${id}/send-again`, SendAgainAnswer),
    ledgerRows: async (query: Query = {}) =>
      get(`/api/feeds/rows${queryText(query)}`, LedgerRowView.array()),
    sendRowsAgain: async (ids: readonly number[]) =>
      post('/api/feeds/rows/send-again', SendAgainAnswer, { ids }),
    alertRules: async () => get('/api/alerts/rules', AlertRuleView.array()),
    saveAlertRule: async (rule: z.input<typeof AlertRuleView>) =>
      call({
        method: 'PUT',
        path: `/api/alerts/rules/${text(rule.id)}`,
        answer: AlertRuleView,
        body: rule,
      }),
    removeAlertRule: async (id: string) =>
      call({ method: 'DELETE', path: `/api/alerts/rules/${text(id)}`, answer: z.null() }),
    alerts: async () => get('/api/alerts', AlertView.array()),
  };
}
