// What the screens keep of the server's answers, and what happens when one is an error.

import { ApiError } from '@sendsale/api';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

const FRESH_MS = 15_000;
const RETRIES = 2;

/** @param failed hears of every call that failed; `isChange` for those a person made */
export function makeQueryClient(
  failed: (error: unknown, options: { readonly isChange: boolean }) => void,
): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error) => failed(error, { isChange: false }) }),
    mutationCache: new MutationCache({
      onError: (error, ...[, , mutation]) => {
        // A form that shows its own errors says so.
        if (mutation.meta?.['showsErrors'] !== true) failed(error, { isChange: true });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // What the server says stays; only what did not reach it is tried again.
        retry: (count, error) => !(error instanceof ApiError) && count < RETRIES,
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false },
    },
  });
}
