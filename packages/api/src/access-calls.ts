// The client's calls of access: sessions, people, keys, the audit log, saved views.

import type { z } from 'zod';
import { verbs } from './call.ts';
import type { Call } from './call.ts';
import {
  ApiKeyView,
  AuditPage,
  CreatedKey,
  PersonView,
  SavedViewView,
  SessionView,
} from './access.ts';
import type {
  AuditQuery,
  ChangePasswordRequest,
  CreateKeyRequest,
  SavePersonRequest,
  SaveViewRequest,
  SignInRequest,
} from './access.ts';
import { queryText } from './query-text.ts';

const text = encodeURIComponent;

/** @throws ApiError on every answer that is not 2xx, from each of the calls. */
// The inferred type is the documentation: one line a call.
export function accessCalls(call: Call) {
  const { get } = verbs(call);
  const send = async <T>(
    method: string,
    path: string,
    of: { answer: z.ZodType<T> | null; body?: unknown },
  ) => call({ method, path, ...of });
  return {
    session: async () => get('/api/session', SessionView),
    signIn: async (body: z.input<typeof SignInRequest>) =>
      send('POST', '/api/session', { answer: SessionView, body }),
    signOut: async () => send('DELETE', '/api/session', { answer: null }),
    changePassword: async (body: z.input<typeof ChangePasswordRequest>) =>
      send('PUT', '/api/session/password', { answer: null, body }),
    people: async () => get('/api/people', PersonView.array()),
    addPerson: async (body: SavePersonRequest) =>
      send('POST', '/api/people', { answer: PersonView, body }),
    savePerson: async (id: string, body: SavePersonRequest) =>
      send('PUT', `/api/people/${text(id)}`, { answer: PersonView, body }),
    apiKeys: async () => get('/api/keys', ApiKeyView.array()),
    createApiKey: async (body: z.input<typeof CreateKeyRequest>) =>
      send('POST', '/api/keys', { answer: CreatedKey, body }),
    revokeApiKeys: async (name: string) =>
      send('DELETE', `/api/keys/${text(name)}`, { answer: null }),
    audit: async (query: Partial<z.infer<typeof AuditQuery>> = {}) =>
      get(`/api/audit${queryText(query)}`, AuditPage),
    savedViews: async (page: string) => get(`/api/views/${text(page)}`, SavedViewView.array()),
    saveView: async (page: string, body: z.input<typeof SaveViewRequest>) =>
      send('PUT', `/api/views/${text(page)}`, { answer: SavedViewView.array(), body }),
    dropView: async (page: string, id: number) =>
      send('DELETE', `/api/views/${text(page)}/${id}`, { answer: null }),
  };
}
