// Shopify's webhooks: proven by their signature, kept as they came, answered at once. What they say is not
// believed; they only start the job that reads the records themselves.

import { takeWebhook } from '@sendsale/shopify';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { ShopifyShop } from '@sendsale/shopify';
import type { Oms } from '../../compose.ts';
import { may } from '../access/declared.ts';
import { Refusal } from '../errors.ts';
import { wakeOnce } from '../wake-once.ts';

export const WEBHOOK_PATH = '/webhooks/shopify';

/** What the intake needs of the application. */
export interface WebhookIntake extends Pick<Oms, 'db' | 'clock' | 'log'> {
  readonly jobs: Pick<Oms['jobs'], 'wake'>;
  readonly context: {
    readonly shopify: {
      readonly shops: readonly Pick<ShopifyShop, 'shopId' | 'webhookSecrets'>[];
    };
  };
}

export function webhookRoutes(oms: WebhookIntake): FastifyPluginAsync {
  const wake = wakeOnce(
    async () => oms.jobs.wake('read-webhooks'),
    (error) => oms.log.error({ err: error }, 'The reading of webhooks was not woken.'),
  );
  return async (server) => {
    // The signature is over the bytes, so this scope reads bodies as bytes.
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    server.post(
      `${WEBHOOK_PATH}/:shopId`,
      { config: may('PUBLIC'), schema: { hide: true } },
      async (request, reply) => {
        const { shopId } = request.params as { shopId: string };
        const taken = await takeWebhook(oms.db, oms.context.shopify.shops, {
          shopId,
          signature: header(request, 'x-shopify-hmac-sha256'),
          topic: header(request, 'x-shopify-topic'),
          webhookId: header(request, 'x-shopify-webhook-id'),
          // Without a body there is nothing to parse, and nothing that could be signed.
          body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
          at: oms.clock.now(),
        });
        if (taken === 'NOT_SIGNED') throw new Refusal(401, UNSIGNED);
        if (taken === 'NOT_NAMED') throw new Refusal(400, UNNAMED);
        // Stored is answered; nobody waits for the reading.
        if (taken === 'STORED') wake();
        return reply.code(200).send();
      },
    );
  };
}

const UNSIGNED = {
  code: 'WEBHOOK_NOT_SIGNED',
  message: 'The signature does not belong to this body and shop.',
  whatToDo: 'Check that the app’s client secret is the one configured for the shop.',
};

const UNNAMED = {
  code: 'WEBHOOK_NOT_NAMED',
  message: 'The headers X-Shopify-Topic and X-Shopify-Webhook-Id are missing.',
  whatToDo: 'Send the request as Shopify does.',
};

function header(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}
