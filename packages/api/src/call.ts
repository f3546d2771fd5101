// What the groups of calls are made of: one request, and the verbs over it.

import type { z } from 'zod';

export interface CallOptions<T> {
  readonly method: string;
  readonly path: string;
  /** The schema of the answer; null for calls that answer nothing. */
  readonly answer: z.ZodType<T> | null;
  readonly body?: unknown;
  /** The answer is a text and no JSON. */
  readonly isText?: boolean;
}

export type Call = <T>(options: CallOptions<T>) => Promise<T>;

export function verbs(call: Call) {
  return {
    get: async <T>(path: string, answer: z.ZodType<T>): Promise<T> =>
      call({ method: 'GET', path, answer }),
    post: async <T>(path: string, answer: z.ZodType<T> | null, body: unknown = {}): Promise<T> =>
      call({ method: 'POST', path, answer, body }),
  };
}
