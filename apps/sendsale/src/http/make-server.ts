// The HTTP server: schemas from the contract validate what comes in and goes out, and are the OpenAPI page.

import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { Oms } from '../compose.ts';
import { alertRoutes } from './routes/alert-routes.ts';
import { asksForKey } from './asks-for-key.ts';
import { answerError, answerNotFound } from './errors.ts';
import { backupRoutes } from './routes/backup-routes.ts';
import { brokeringRoutes } from './routes/brokering-routes.ts';
import { brokeringSettingsRoutes } from './routes/brokering-settings-routes.ts';
import { facilityRoutes } from './routes/facility-routes.ts';
import { feedRoutes } from './routes/feed-routes.ts';
import { jobRoutes } from './routes/job-routes.ts';
import { orderRoutes } from './routes/order-routes.ts';
import { problemRoutes } from './routes/problem-routes.ts';
import { reconciliationRoutes } from './routes/reconciliation-routes.ts';
import { sendSaleRoutes } from './routes/send-sale-routes.ts';
import { settingsRoutes } from './routes/settings-routes.ts';
import { webhookRoutes } from './routes/webhook-routes.ts';

export type Server = Awaited<ReturnType<typeof makeServer>>;

// A settings document of a large retailer is a few hundred kilobytes.
const BODY_LIMIT_BYTES = 5_000_000;

/** A server that is ready to listen or to be asked with `inject`. */
// The return type is Fastify's own, with its type provider.
export async function makeServer(oms: Oms, options: { readonly open: boolean }) {
  const server = Fastify({ logger: false, bodyLimit: BODY_LIMIT_BYTES });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler(answerError(oms.log));
  server.setNotFoundHandler(answerNotFound);
  if (!options.open) server.addHook('onRequest', asksForKey(oms));

  await server.register(swagger, {
    openapi: {
      info: {
        title: 'Sendsale',
        version: '0.1.0',
        description: 'Orders, their fulfillment, and what travels to Shopify and NetSuite.',
      },
    },
    transform: jsonSchemaTransform,
  });
  await server.register(swaggerUi, { routePrefix: '/docs' });
  server.get('/openapi.json', { schema: { hide: true } }, () => server.swagger());
  server.get('/health', { schema: { hide: true } }, async () => oms.health());
  await server.register(orderRoutes(oms));
  await server.register(facilityRoutes(oms));
  await server.register(brokeringRoutes(oms));
  await server.register(brokeringSettingsRoutes(oms));
  await server.register(problemRoutes(oms));
  await server.register(feedRoutes(oms));
  await server.register(alertRoutes(oms));
  await server.register(backupRoutes(oms));
  await server.register(jobRoutes(oms));
  await server.register(sendSaleRoutes(oms));
  await server.register(settingsRoutes(oms));
  await server.register(reconciliationRoutes(oms));
  await server.register(webhookRoutes(oms));
  await server.ready();
  return server;
}
