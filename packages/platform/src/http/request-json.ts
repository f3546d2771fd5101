// One HTTP request whose answer is JSON. It is made once: whether and when to make it again is for the caller,
// who knows if that is safe. What can go wrong has a name.

import { fail, ok, type Result } from '@sendsale/std';

const ANSWER_BYTES_MAX = 64 * 1024 * 1024;
const EXCERPT_CHARACTERS = 500;

export interface JsonRequest {
  readonly baseUrl: string;
  /** Appended to the base, which may have a path of its own. */
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; URLSearchParams are sent as a form. */
  readonly body?: unknown;
  /** From the first byte out to the last byte in. */
  readonly timeoutMs: number;
  /** Ends the request early; the failure is then ABORTED. */
  readonly signal?: AbortSignal;
  /** The network; the platform's own unless another is given. */
  readonly fetch?: Fetch;
}

/** What carries a request: the platform's `fetch`, or one that speaks to something in this process. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed and not yet checked; null when there was no text. */
  readonly body: unknown;
}

/**
 * UNREACHABLE: no connection, or it broke; the request may or may not have had its effect.
 * TIMEOUT: the same, after `timeoutMs`. ABORTED: the caller's signal. NOT_JSON: 2xx, but not JSON.
 * REFUSED: 4xx. THROTTLED: 429. FAILED: 5xx and everything else that is not 2xx.
 */
export type HttpFailureCode =
  'UNREACHABLE' | 'TIMEOUT' | 'ABORTED' | 'NOT_JSON' | 'REFUSED' | 'THROTTLED' | 'FAILED';

/** What went wrong, fit for a log: the address without its query, no headers, no request body. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly code: HttpFailureCode;
  /** null when no answer came. */
  readonly status: number | null;
  /** What the other side said: JSON when it was, else the beginning of the text. */
  readonly answer: unknown;
  /** From Retry-After, when there was one. */
  readonly retryAfterMs: number | null;

  constructor(message: string, facts: FailureFacts) {
    super(message, { cause: facts.cause });
    this.code = facts.code;
    this.status = facts.status ?? null;
    this.answer = facts.answer ?? null;
    this.retryAfterMs = facts.retryAfterMs ?? null;
    // Answers may carry anything about anybody: callers look at them, logs do not.
    Object.defineProperty(this, 'answer', { enumerable: false });
  }
}

interface FailureFacts {
  readonly code: HttpFailureCode;
  readonly status?: number;
  readonly answer?: unknown;
  readonly retryAfterMs?: number | null;
  readonly cause?: unknown;
}

/** Makes the request. A 2xx answer is ok; everything else is a failure with a code. */
export async function requestJson(request: JsonRequest): Promise<Result<HttpAnswer, HttpFailure>> {
  const url = addressOf(request);
  const what = `${request.method ?? 'GET'} ${url.origin}${url.pathname}`;
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const signals = request.signal === undefined ? [timeout] : [timeout, request.signal];
  try {
    const carry = request.fetch ?? fetch;
    const response = await carry(url, { ...initOf(request), signal: AbortSignal.any(signals) });
    const text = await readText(response);
    return judge(what, response, text);
  } catch (error) {
    return fail(describeThrow(what, request, error));
  }
}

function addressOf(request: JsonRequest): URL {
  const base = request.baseUrl.replace(/\/+$/, '');
  const url = new URL(`${base}/${request.path.replace(/^\/+/, '')}`);
  for (const [name, value] of Object.entries(request.query ?? {}))
    url.searchParams.set(name, value);
  return url;
}

function initOf({ method = 'GET', headers = {}, body }: JsonRequest): RequestInit {
  const common = { accept: 'application/json', ...headers };
  // Following a redirect would carry the authorization to another host.
  if (body === undefined) return { method, headers: common, redirect: 'error' };
  if (body instanceof URLSearchParams) return { method, headers: common, body, redirect: 'error' };
  const typed = { 'content-type': 'application/json', ...common };
  return { method, headers: typed, body: JSON.stringify(body), redirect: 'error' };
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (response.body === null) return '';
  const body: AsyncIterable<Uint8Array> = response.body;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > ANSWER_BYTES_MAX)
      throw new Error(`The answer is longer than ${ANSWER_BYTES_MAX} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function judge(what: string, response: Response, text: string): Result<HttpAnswer, HttpFailure> {
  const { status, headers } = response;
  const json = parse(text);
  if (response.ok && json.isJson) return ok({ status, headers, body: json.value });
  const answer = json.isJson ? json.value : text.slice(0, EXCERPT_CHARACTERS);
  const code = codeOf(status);
  const retryAfterMs = retryAfter(headers);
  const said =
    code === 'NOT_JSON' ? 'answered with something else than JSON' : `answered ${status}`;
  return fail(new HttpFailure(`${what} ${said}.`, { code, status, answer, retryAfterMs }));
}

function parse(text: string): { readonly isJson: boolean; readonly value: unknown } {
  if (text === '') return { isJson: true, value: null };
  try {
    const value: unknown = JSON.parse(text);
    return { isJson: true, value };
  } catch {
    return { isJson: false, value: null };
  }
}

function codeOf(status: number): HttpFailureCode {
  if (status >= 200 && status < 300) return 'NOT_JSON';
  if (status === 429) return 'THROTTLED';
  return status >= 400 && status < 500 ? 'REFUSED' : 'FAILED';
}

// Seconds, possibly with a fraction (Shopify sends "2.0"); the date form is not worth a clock here.
function retryAfter(headers: Headers): number | null {
  const seconds = Number.parseFloat(headers.get('retry-after') ?? '');
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds * 1000) : null;
}

function describeThrow(what: string, request: JsonRequest, error: unknown): HttpFailure {
  if (request.signal?.aborted === true) {
    return new HttpFailure(`${what} was given up.`, { code: 'ABORTED', cause: error });
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    const text = `${what} was not answered within ${request.timeoutMs} ms.`;
    return new HttpFailure(text, { code: 'TIMEOUT', cause: error });
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new HttpFailure(`${what} failed: ${reason}`, { code: 'UNREACHABLE', cause: error });
}
