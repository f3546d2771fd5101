// The one client of the server, with the word of the session that every change carries.

import { apiClient } from '@sendsale/api';

let csrf: string | null = null;

/** Set by whoever reads or opens the session. */
export function setCsrf(word: string | null): void {
  csrf = word;
}

export const api = apiClient({ baseUrl: '', apiKey: null, csrf: () => csrf });
