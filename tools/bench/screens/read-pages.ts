// The calls that the pages make, asked at a steady pace whether or not the server keeps up: a slow answer delays nobody
// else's question, and counts from when it should have been asked.

import { performance } from 'node:perf_hooks';

export interface Timed {
  readonly path: string;
  readonly ms: number;
  readonly status: number;
}

export interface ReadOptions {
  readonly url: string;
  readonly cookie: string;
  readonly paths: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
}

export async function readPages(options: ReadOptions): Promise<Timed[]> {
  const { paths, perSecond, seconds } = options;
  const count = perSecond * seconds;
  const started = performance.now();
  const asked: Promise<Timed>[] = [];
  for (let index = 0; index < count; index += 1) {
    const due = started + (index * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    asked.push(ask(options, paths[index % paths.length] ?? '/', due));
  }
  return Promise.all(asked);
}

/** One after the other, each so many times: what an answer costs when nobody else asks. */
export async function readAlone(
  options: Pick<ReadOptions, 'url' | 'cookie' | 'paths'> & { readonly times: number },
): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (let time = 0; time < options.times; time += 1) {
    for (const path of options.paths) timed.push(await ask(options, path, performance.now()));
  }
  return timed;
}

async function ask(
  { url, cookie }: Pick<ReadOptions, 'url' | 'cookie'>,
  path: string,
  due: number,
): Promise<Timed> {
  const answer = await fetch(url + path, { headers: { cookie } });
  await answer.arrayBuffer();
  return { path, ms: performance.now() - due, status: answer.status };
}

/** The time within which a share of the answers came. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export async function signIn(
  url: string,
  person: { readonly email: string; readonly password: string },
): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  });
  if (!answer.ok) throw new Error(`Signing in was answered ${answer.status}.`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
