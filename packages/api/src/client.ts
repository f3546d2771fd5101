// A typed client of the HTTP API, for the demo, the command line and the screens.

import { accessCalls } from './access-calls.ts';
import { brokeringCalls } from './brokering-calls.ts';
import { verbs } from './call.ts';
import type { Call, CallOptions } from './call.ts';
import { floorCalls } from './floor-calls.ts';
import type { SettingsDocument } from './operations.ts';
import { CatalogueCounts, ErrorBody, JobRunView, JobView } from './operations.ts';
import { connectionCalls } from './connection-calls.ts';
import { reconciliationCalls } from './reconciliation-calls.ts';
import { orderCalls } from './order-calls.ts';
import { Places } from './places.ts';
import { SettingRow, SettingsAnswer } from './settings.ts';
import { inboxCalls } from './inbox-calls.ts';
import { sendSaleCalls } from './send-sale-calls.ts';

export interface ApiClientOptions {
  readonly baseUrl: string;
  /** Sent as a bearer token; null where the server asks for none (the demo). */
  readonly apiKey: string | null;
  /** What the screens send with every change, besides the cookie of the session. */
  readonly csrf?: () => string | null;
  /** Another way to reach the server than the network. */
  readonly fetch?: typeof fetch;
}

/** The server said no. `code` is stable. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  readonly whatToDo: string | null;

  constructor(status: number, error: ErrorBody['error']) {
    super(error.message);
    this.status = status;
    this.code = error.code;
    this.whatToDo = error.whatToDo;
  }
}

export type ApiClient = ReturnType<typeof apiClient>;

/** @throws ApiError on every answer that is not 2xx, from each of the calls. */
// The inferred type is the documentation: one line a call.
export function apiClient(options: ApiClientOptions) {
  const call = callWith(options);
  const { get, post } = verbs(call);
  const text = encodeURIComponent;
  return {
    ...accessCalls(call),
    ...brokeringCalls(call),
    ...connectionCalls(call),
    ...inboxCalls(call),
    /** Everything the OMS knows, as `sendsale restore` takes it. */
    backup: async () => {
      const answer = await ask(options, { method: 'POST', path: '/api/backup', body: {} });
      return new Uint8Array(await answer.arrayBuffer());
    },
    /** The bytes of a file that left or came. */
    feedFileContent: async (id: number) => {
      const answer = await ask(options, {
        method: 'GET',
        path: `/api/feeds/files/${id}/content`,
      });
      return new Uint8Array(await answer.arrayBuffer());
    },
    ...reconciliationCalls(call),
    ...orderCalls(call),
    ...sendSaleCalls(call),
    ...floorCalls(call),
    jobs: async () => get('/api/jobs', JobView.array()),
    jobRuns: async (name: string) => get(`/api/jobs/${text(name)}/runs`, JobRunView.array()),
    runJob: async (name: string) => post(`/api/jobs/${text(name)}/run`, null),
    pauseJob: async (name: string) => post(`/api/jobs/${text(name)}/pause`, null),
    resumeJob: async (name: string) => post(`/api/jobs/${text(name)}/resume`, null),
    importSettings: async (document: SettingsDocument) =>
      call({ method: 'PUT', path: '/api/settings', answer: null, body: document }),
    settings: async () => get('/api/settings/rows', SettingRow.array()),
    saveSettings: async (rows: readonly SettingRow[]) =>
      call({
        method: 'PUT',
        path: '/api/settings/rows',
        answer: SettingsAnswer,
        body: { rows },
      }),
    removeSetting: async ({ section, key, shop }: Omit<SettingRow, 'value'>) =>
      call({
        method: 'DELETE',
        path: `/api/settings/rows?${new URLSearchParams({ section, key, shop }).toString()}`,
        answer: null,
      }),
    places: async () => get('/api/places', Places),
    catalogue: async () => get('/api/catalogue', CatalogueCounts),
  };
}

function callWith(options: ApiClientOptions): Call {
  return async <T>({ method, path, answer, body, isText = false }: CallOptions<T>): Promise<T> => {
    const response = await ask(options, { method, path, body });
    const text = await response.text();
    // A call without an answer has T = null.
    return answer === null ? (null as T) : answer.parse(isText ? text : JSON.parse(text));
  };
}

/** The answer, which is 2xx. */
async function ask(
  options: ApiClientOptions,
  {
    method,
    path,
    body,
  }: { readonly method: string; readonly path: string; readonly body?: unknown },
): Promise<Response> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (options.apiKey !== null) headers['authorization'] = `Bearer ${options.apiKey}`;
  const csrf = method === 'GET' ? null : (options.csrf?.() ?? null);
  if (csrf !== null) headers['x-sendsale-csrf'] = csrf;
  const send = options.fetch ?? fetch;
  const response = await send(options.baseUrl + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw apiError(response.status, await response.text());
  return response;
}

function apiError(status: number, text: string): ApiError {
  try {
    const { error } = ErrorBody.parse(JSON.parse(text));
    return new ApiError(status, error);
  } catch {
    const message = `The server answered ${status} without a reason.`;
    return new ApiError(status, { code: 'UNREADABLE_ANSWER', message, whatToDo: null });
  }
}
