// How a page goes out: framed, with a strict content security policy, and refusals as pages of their own.

import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { SuiteScriptError } from '../account/failure.ts';
import type { Simulator } from '../runtime/simulator.ts';
import { framed } from './frame.ts';
import type { Page } from './frame.ts';
import { html } from './html.ts';

/** Nothing runs, nothing is fetched from elsewhere, forms go home. */
export const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Answers with a page; with "not found" when there is none, and with the account's own refusal as a page. */
export type Send = (reply: FastifyReply, make: () => Page | null) => FastifyReply;

export function answerer(simulator: Simulator): Send {
  return (reply, make) => {
    const page = attempt(make) ?? {
      title: 'Not found',
      section: '',
      status: 404,
      body: html`<p class="notice bad">There is nothing at this address.</p>`,
    };
    return reply
      .code(page.status ?? 200)
      .headers({
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cache-control': 'no-store',
      })
      .type('text/html; charset=utf-8')
      .send(framed(simulator, page));
  };
}

function attempt(make: () => Page | null): Page | null {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof SuiteScriptError) && !(error instanceof z.ZodError)) throw error;
    const text =
      error instanceof z.ZodError ? z.prettifyError(error) : `${error.name}: ${error.message}`;
    return {
      title: 'Refused',
      section: '',
      status: 422,
      body: html`<p class="notice bad">${text}</p>`,
    };
  }
}
