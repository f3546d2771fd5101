// What is wrong with a payload or an order read from it: a stable code, a sentence, and where it stands.

import type { z } from 'zod';

/**
 * `refuses`: the order can't be taken as it is. `warns`: it is taken, and a person should look.
 * The catalogue of codes with what to do about each is in `domain/src/problems.ts`.
 */
export interface WireProblem {
  readonly code: string;
  readonly severity: 'refuses' | 'warns';
  readonly message: string;
  /** JSON path in the payload, e.g. `lineItems.nodes[2].sku`; null when it concerns the whole. */
  readonly path: string | null;
}

/** At most this many problems of one payload are listed; a payload of another kind would give thousands. */
export const MAXIMUM_PROBLEMS = 20;

/** The issues of a failed parse as problems that name their JSON path. */
export function unreadable(code: string, error: z.ZodError): WireProblem[] {
  return error.issues.slice(0, MAXIMUM_PROBLEMS).map((issue) => {
    const path = jsonPath(issue.path);
    return { code, severity: 'refuses', message: `${path}: ${issue.message}.`, path };
  });
}

/** ['lineItems', 'nodes', 2, 'sku'] → "lineItems.nodes[2].sku". */
export function jsonPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? String(step) : `.${String(step)}`;
  }
  return text === '' ? '(root)' : text;
}
