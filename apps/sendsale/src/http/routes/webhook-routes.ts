// Shopify's webhooks: proven by their signature, kept as they came, answered at once. What they say is not
// believed; they only start the job that reads the orders themselves.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { receiveMessage } from '@sendsale/oms';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Oms } from '../../compose.ts';
import { Refusal } from '../errors.ts';

export const WEBHOOK_PATH = '/webhooks/shopify';

export function webhookRoutes(oms: Oms): FastifyPluginAsync {
  return async (server) => {
    // The signature is over the bytes, so this scope reads bodies as bytes.
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    server.post(`${WEBHOOK_PATH}/:shopId`, { schema: { hide: true } }, async (request, reply) => {
      const { shopId } = request.params as { shopId: string };
      const body = request.body as Buffer;
      if (!isSigned(oms, { shopId, body, signature: header(request, 'x-shopify-hmac-sha256') })) {
        throw new Refusal(401, UNSIGNED);
      }
      await receiveMessage(oms.db, {
        source: 'SHOPIFY_WEBHOOK',
        topic: header(request, 'x-shopify-topic'),
        shopId,
        // Shopify keeps this id over retries, so a delivery that comes twice is kept once.
        subject: header(request, 'x-shopify-webhook-id'),
        body: body.toString('utf8'),
        at: oms.clock.now(),
      });
      await oms.jobs.wake('download-orders');
      return reply.code(200).send();
    });
  };
}

const UNSIGNED = {
  code: 'WEBHOOK_NOT_SIGNED',
  message: 'The signature does not belong to this body and shop.',
  whatToDo: 'Check that the app’s client secret is the one configured for the shop.',
};

interface Delivery {
  readonly shopId: string;
  readonly body: Buffer;
  readonly signature: string;
}

/** Base64 HMAC-SHA256 of the raw body under the app's client secret (shopify.dev, webhooks/verify). */
function isSigned({ environment }: Oms, { shopId, body, signature }: Delivery): boolean {
  const access = environment.shops.find(({ id }) => id === shopId)?.access;
  if (access?.kind !== 'CLIENT') return false;
  const expected = createHmac('sha256', access.clientSecret).update(body).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function header(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}
