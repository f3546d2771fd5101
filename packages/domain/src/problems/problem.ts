// A problem as a value: what an expected failure returns, and what is kept until it is resolved.

import { causeOf } from './cause-of.ts';
import { PROBLEMS } from './catalogue.ts';
import type { JsonObject } from '../json.ts';
import type { ProblemCode } from './catalogue.ts';

export interface Problem {
  readonly code: ProblemCode;
  /** The record it is about, e.g. `M10001` or `M10001/SKU-1`. One open problem a code and subject. */
  readonly subject: string;
  readonly orderId: string | null;
  /** Code and remedy in one text; problems of one cause go away together (cause-of.ts). */
  readonly cause: string;
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
  const { code, subject, detail = {} } = facts;
  return {
    code,
    subject,
    orderId: facts.orderId ?? null,
    cause: causeOf({ code, subject, detail }),
    message: facts.message ?? PROBLEMS[code].title,
    detail,
  };
}
