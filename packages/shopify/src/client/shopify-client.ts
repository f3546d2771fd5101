// Calls of one shop's Admin GraphQL API. A query is repeated until it is answered or hope is lost; a mutation
// only when Shopify certainly did not carry it out.

import type { HttpFailure } from '@sendsale/platform/http';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { z } from 'zod';
import { API_VERSION, API_VERSIONS } from '../wire/operations.ts';
import { jsonPath } from '../wire/wire-problem.ts';
import { tokenSource } from './access-token.ts';
import type { TokenSource } from './access-token.ts';
import type { ShopifyConnection } from './connection.ts';
import { CostBucket, costSchema } from './cost-bucket.ts';
import { mayHaveArrived, said, send } from './send.ts';
import {
  accessDenied,
  answerUnreadable,
  unreachable,
  versionUnsupported,
} from './shopify-failure.ts';
import type { ShopifyFailure } from './shopify-failure.ts';

export interface ShopifyCall<Schema extends z.ZodType> {
  /** The whole text, fragments included. */
  readonly operation: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Of the answer's `data`. */
  readonly schema: Schema;
}

type Outcome<T> = Promise<Result<T, ShopifyFailure>>;

export interface ShopifyClient {
  readonly query: <Schema extends z.ZodType>(
    call: ShopifyCall<Schema>,
  ) => Outcome<z.output<Schema>>;
  readonly mutate: <Schema extends z.ZodType>(
    call: ShopifyCall<Schema>,
  ) => Outcome<z.output<Schema>>;
}

/** Attempts of one query; with the waits between them about two minutes. */
const MAXIMUM_ATTEMPTS = 8;
/** Throttling is no failure, but it ends: a bucket refills in 20 s, others of our app drain it too. */
const MAXIMUM_THROTTLED = 30;

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .union([
      z.array(
        z.object({
          message: z.string(),
          path: z.array(z.union([z.string(), z.number()])).nullish(),
          extensions: z.object({ code: z.string().nullish() }).nullish(),
        }),
      ),
      z.string().transform((message) => [{ message, path: null, extensions: null }]),
    ])
    .nullish(),
  extensions: z.object({ cost: costSchema.nullish() }).nullish(),
});
type GraphqlAnswer = z.output<typeof answerSchema>;

/** What to do after one attempt. */
type Attempt =
  | { readonly kind: 'done'; readonly data: unknown }
  | { readonly kind: 'failed'; readonly failure: ShopifyFailure }
  | { readonly kind: 'throttled'; readonly waitMs: number | null }
  | { readonly kind: 'token-refused'; readonly token: string }
  | { readonly kind: 'lost'; readonly reason: string; readonly mayHaveHappened: boolean };

export function shopifyClient(connection: ShopifyConnection): ShopifyClient {
  const caller = new Caller(connection);
  return {
    query: async (call) => readData(call, await caller.call(call, true)),
    mutate: async (call) => readData(call, await caller.call(call, false)),
  };
}

const versionsSchema = z.object({
  publicApiVersions: z.array(z.object({ handle: z.string(), supported: z.boolean() })),
});

/** Whether the shop still serves the version we were written for: Shopify falls forward silently. */
export async function checkApiVersion(client: ShopifyClient, version = API_VERSION): Outcome<true> {
  const answer = await client.query({ operation: API_VERSIONS, schema: versionsSchema });
  if (!answer.ok) return answer;
  const served = answer.value.publicApiVersions.filter((one) => one.supported);
  if (served.some((one) => one.handle === version)) return ok(true);
  const handles = served.map((one) => one.handle).join(', ');
  return fail(
    versionUnsupported(`Shopify does not serve API version ${version}, only ${handles}.`),
  );
}

class Caller {
  readonly #connection: ShopifyConnection;
  readonly #path: string;
  readonly #tokens: TokenSource;
  readonly #bucket: CostBucket;

  constructor(connection: ShopifyConnection) {
    this.#connection = connection;
    const version = connection.apiVersion ?? API_VERSION;
    this.#path = `/admin/api/${version}/graphql.json`;
    this.#tokens = tokenSource(connection);
    this.#bucket = new CostBucket(connection.clock);
  }

  async call(call: ShopifyCall<z.ZodType>, repeatable: boolean): Outcome<unknown> {
    let attempts = 0;
    let throttled = 0;
    let renewed = false;
    for (;;) {
      const attempt = await this.#attempt(call);
      if (attempt.kind === 'done') return ok(attempt.data);
      if (attempt.kind === 'failed') return fail(attempt.failure);
      if (attempt.kind === 'token-refused') {
        if (renewed || !this.#tokens.refused(attempt.token))
          return fail(accessDenied('Shopify does not accept the access token (HTTP 401).'));
        renewed = true;
      } else if (attempt.kind === 'throttled') {
        throttled += 1;
        if (throttled > MAXIMUM_THROTTLED)
          return fail(unreachable(`Shopify throttled the call ${throttled} times.`));
        await this.#connection.clock.sleep(attempt.waitMs ?? backoffMs(throttled));
      } else {
        attempts += 1;
        const again = repeatable || !attempt.mayHaveHappened;
        if (!again || attempts >= MAXIMUM_ATTEMPTS)
          return fail(unreachable(attempt.reason, attempt.mayHaveHappened && !repeatable));
        await this.#connection.clock.sleep(backoffMs(attempts));
      }
    }
  }

  async #attempt(call: ShopifyCall<z.ZodType>): Promise<Attempt> {
    const token = await this.#tokens.get();
    if (!token.ok) return { kind: 'failed', failure: token.error };
    await this.#bucket.take(call.operation);
    const answer = await send(this.#connection, {
      path: this.#path,
      headers: { 'x-shopify-access-token': token.value },
      body: { query: call.operation, variables: call.variables ?? {} },
    });
    if (!answer.ok) return judgeFailure(answer.error, token.value);
    const parsed = answerSchema.safeParse(answer.value.body);
    if (!parsed.success) {
      const message = 'What Shopify answered is no GraphQL answer.';
      return { kind: 'failed', failure: answerUnreadable(message, true) };
    }
    const cost = parsed.data.extensions?.cost ?? null;
    if (cost !== null) this.#bucket.learn(call.operation, cost);
    return judgeErrors(parsed.data);
  }
}

function judgeFailure(failure: HttpFailure, token: string): Attempt {
  const { code, status } = failure;
  if (code === 'THROTTLED') return { kind: 'throttled', waitMs: failure.retryAfterMs };
  if (status === 401) return { kind: 'token-refused', token };
  if (status === 402 || status === 403)
    return { kind: 'failed', failure: accessDenied(said(failure)) };
  if (code === 'REFUSED') return { kind: 'failed', failure: answerUnreadable(said(failure)) };
  if (code === 'NOT_JSON')
    return { kind: 'failed', failure: answerUnreadable(said(failure), true) };
  return { kind: 'lost', reason: said(failure), mayHaveHappened: mayHaveArrived(failure) };
}

function judgeErrors(answer: GraphqlAnswer): Attempt {
  const errors = answer.errors ?? [];
  const [first] = errors;
  if (first === undefined) return { kind: 'done', data: answer.data };
  const codes = errors.map((error) => error.extensions?.code ?? null);
  const message = errors.map((error) => error.message).join(' ');
  if (codes.includes('THROTTLED')) return { kind: 'throttled', waitMs: throttleWait(answer) };
  if (codes.includes('ACCESS_DENIED')) return { kind: 'failed', failure: accessDenied(message) };
  if (codes.includes('INTERNAL_SERVER_ERROR'))
    return { kind: 'lost', reason: message, mayHaveHappened: true };
  return { kind: 'failed', failure: answerUnreadable(`Shopify refuses the call: ${message}`) };
}

/** The time the bucket needs to hold what the call asked for. */
function throttleWait(answer: GraphqlAnswer): number | null {
  const cost = answer.extensions?.cost ?? null;
  if (cost === null) return null;
  const { currentlyAvailable, maximumAvailable, restoreRate } = cost.throttleStatus;
  const lacking = (cost.requestedQueryCost ?? maximumAvailable) - currentlyAvailable;
  return Math.max(100, Math.ceil((lacking / restoreRate) * 1000));
}

/** 0.5 s, 1 s, 2 s … 30 s. */
function backoffMs(attempt: number): number {
  return Math.min(30_000, 250 * 2 ** attempt);
}

function readData<Schema extends z.ZodType>(
  call: ShopifyCall<Schema>,
  answer: Result<unknown, ShopifyFailure>,
): Result<z.output<Schema>, ShopifyFailure> {
  if (!answer.ok) return answer;
  const parsed = call.schema.safeParse(answer.value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue === undefined ? '' : ` at ${jsonPath(issue.path)}: ${issue.message}`;
  return fail(answerUnreadable(`Shopify's answer is not as the schema says${where}.`, true));
}
