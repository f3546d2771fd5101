// The RESTlets in NetSuite that we call: the published one that starts a script, and ours that reads the
// books back. A call is made once; the caller decides what a failure means.

import { HttpFailure, requestJson } from '@sendsale/platform/http';
import type { HttpAnswer } from '@sendsale/platform/http';
import { fail, ok } from '@sendsale/std';
import type { Clock, Result } from '@sendsale/std';
import { z } from 'zod';
import { RESTLETS, SCRIPTS } from '../contract/index.ts';
import type { ScriptKey } from '../contract/index.ts';
import { makeAccessTokens } from './access-token.ts';
import type { AccessTokens, Credentials } from './access-token.ts';
import { ReadBackAnswer } from './read-back-answer.ts';
import type { OrderBooks } from './read-back-answer.ts';

const TIMEOUT_MS = 30_000;
const READ_BACK_TIMEOUT_MS = 120_000;
/** Our RESTlet answers for at most so many orders in one call. */
const ORDERS_PER_CALL = 200;

export interface RestletSettings extends Credentials {
  /** `https://<account>.restlets.api.netsuite.com` */
  readonly restletUrl: string;
}

export interface Restlets {
  /** Starts a script through its on-demand deployment. */
  readonly runScript: (script: ScriptKey) => Promise<Result<RunOutcome, HttpFailure>>;
  /** What NetSuite has booked for these `custbody_hc_order_id`s, in the order asked. */
  readonly readBack: (
    orderIds: readonly string[],
  ) => Promise<Result<readonly OrderBooks[], HttpFailure>>;
}

/** `isStarted` false: NetSuite was reached and says why not (it runs already, or is not installed). */
export interface RunOutcome {
  readonly isStarted: boolean;
  /** It runs already: what it did not see yet needs another try in a moment. */
  readonly isBusy: boolean;
  readonly message: string;
}

/** A client of one account; the token is kept and renewed by the clock. */
export function makeRestlets(settings: RestletSettings, clock: Clock): Restlets {
  const tokens = makeAccessTokens(settings, clock);
  const call: Call = async (restlet, body, timeoutMs) =>
    callRestlet({ settings, tokens }, { restlet, body, timeoutMs });
  return {
    runScript: async (script) => runScript(call, script),
    readBack: async (orderIds) => readBack(call, orderIds),
  };
}

type Call = (
  restlet: keyof typeof RESTLETS,
  body: unknown,
  timeoutMs: number,
) => Promise<Result<HttpAnswer, HttpFailure>>;

const RunAnswer = z.object({
  status: z.string(),
  message: z.string().nullish(),
  code: z.string().nullish(),
});

/** Ours says ALREADY_RUNNING; published ones hand NetSuite's own words on. */
const BUSY =
  /ALREADY_(RUNNING|SUBMITTED|QUEUED)|INPROGRESS|INQUEUE|already (running|submitted|queued|in the queue)/i;

async function runScript(call: Call, script: ScriptKey): Promise<Result<RunOutcome, HttpFailure>> {
  const { jobName, scriptType } = SCRIPTS[script];
  const answer = await call('run', { jobName, scriptType }, TIMEOUT_MS);
  if (!answer.ok) return answer;
  const run = RunAnswer.safeParse(unwrapJson(answer.value.body));
  if (!run.success) return fail(unexpected('run', run.error));
  const message = run.data.message ?? '';
  // The published script says success with an empty message when it had nothing to start.
  const isStarted = run.data.status === 'success' && message !== '';
  const isBusy = !isStarted && BUSY.test(`${run.data.code ?? ''} ${message}`);
  return ok({ isStarted, isBusy, message });
}

async function readBack(
  call: Call,
  orderIds: readonly string[],
): Promise<Result<readonly OrderBooks[], HttpFailure>> {
  const orders: OrderBooks[] = [];
  for (let start = 0; start < orderIds.length; start += ORDERS_PER_CALL) {
    const some = orderIds.slice(start, start + ORDERS_PER_CALL);
    const answer = await call('readBack', { orderIds: some }, READ_BACK_TIMEOUT_MS);
    if (!answer.ok) return answer;
    const books = ReadBackAnswer.safeParse(unwrapJson(answer.value.body));
    if (!books.success) return fail(unexpected('readBack', books.error));
    orders.push(...books.data.orders);
  }
  return ok(orders);
}

interface Account {
  readonly settings: RestletSettings;
  readonly tokens: AccessTokens;
}

interface RestletCall {
  readonly restlet: keyof typeof RESTLETS;
  readonly body: unknown;
  readonly timeoutMs: number;
}

async function callRestlet(
  { settings, tokens }: Account,
  { restlet, body, timeoutMs }: RestletCall,
): Promise<Result<HttpAnswer, HttpFailure>> {
  const token = await tokens.current();
  if (!token.ok) return token;
  const { scriptId, deploymentId } = RESTLETS[restlet];
  const answer = await requestJson({
    baseUrl: settings.restletUrl,
    path: '/app/site/hosting/restlet.nl',
    method: 'POST',
    query: { script: scriptId, deploy: deploymentId },
    headers: { authorization: `Bearer ${token.value}` },
    body,
    timeoutMs,
    ...(settings.fetch === undefined ? {} : { fetch: settings.fetch }),
  });
  // A revoked or expired token: the next call asks for a new one.
  if (!answer.ok && answer.error.status === 401) tokens.forget();
  return answer;
}

// The published RESTlets answer a text that holds JSON.
function unwrapJson(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function unexpected(restlet: keyof typeof RESTLETS, error: z.ZodError): HttpFailure {
  const faults = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const { scriptId } = RESTLETS[restlet];
  return new HttpFailure(`${scriptId} answered something else: ${faults.join('; ')}`, {
    code: 'FAILED',
  });
}
