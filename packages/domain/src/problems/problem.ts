// A problem as a value: what an expected failure returns, and what is kept until it is resolved.

import { PROBLEMS } from './catalogue.ts';
import type { ProblemCode } from './catalogue.ts';

/** A value that survives JSON unchanged. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON document with named parts. */
export type JsonObject = Readonly<Record<string, Json>>;

export interface Problem {
  readonly code: ProblemCode;
  /** The record it is about, e.g. `M10001` or `M10001/SKU-1`. One open problem a code and subject. */
  readonly subject: string;
  readonly orderId: string | null;
  /** What happened, in a sentence. */
  readonly message: string;
  readonly detail: JsonObject;
}

export interface ProblemFacts {
  readonly code: ProblemCode;
  readonly subject: string;
  readonly orderId?: string | null;
  /** Defaults to the title in the catalogue. */
  readonly message?: string;
  readonly detail?: JsonObject;
}

/** A problem with what was left out filled in. */
export function problem(facts: ProblemFacts): Problem {
  return {
    code: facts.code,
    subject: facts.subject,
    orderId: facts.orderId ?? null,
    message: facts.message ?? PROBLEMS[facts.code].title,
    detail: facts.detail ?? {},
  };
}
