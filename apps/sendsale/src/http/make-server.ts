// The HTTP server: schemas from the contract validate what comes in and goes out, and are the OpenAPI page.

import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify from 'fastify';
import type { FastifyInstance, RouteOptions } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { Oms } from '../compose.ts';
import { auditChanges } from './access/audit-changes.ts';
import { authenticate } from './access/authenticate.ts';
import { may, refuseUndeclaredRoutes } from './access/declared.ts';
import { sendSecurityHeaders } from './access/security-headers.ts';
import { answerError } from './errors.ts';
import { alertRoutes } from './routes/alert-routes.ts';
import { backupRoutes } from './routes/backup-routes.ts';
import { boardRoutes } from './routes/board-routes.ts';
import { brokeringRoutes } from './routes/brokering-routes.ts';
import { brokeringSettingsRoutes } from './routes/brokering-settings-routes.ts';
import { connectionRoutes } from './routes/connection-routes.ts';
import { documentRoutes } from './routes/document-routes.ts';
import { eventRoutes } from './routes/event-routes.ts';
import { facilityRoutes } from './routes/facility-routes.ts';
import { feedRoutes } from './routes/feed-routes.ts';
import { floorRoutes } from './routes/floor-routes.ts';
import { jobRoutes } from './routes/job-routes.ts';
import { orderMessageRoutes } from './routes/order-message-routes.ts';
import { orderRoutes } from './routes/order-routes.ts';
import { peopleRoutes } from './routes/people-routes.ts';
import { placeRoutes } from './routes/place-routes.ts';
import { problemRoutes } from './routes/problem-routes.ts';
import { reconciliationRoutes } from './routes/reconciliation-routes.ts';
import { saleRoutes } from './routes/sale-routes.ts';
import { sendSaleRoutes } from './routes/send-sale-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { settingsRoutes } from './routes/settings-routes.ts';
import { viewRoutes } from './routes/view-routes.ts';
import { webhookRoutes } from './routes/webhook-routes.ts';
import { serveScreens } from './screens.ts';

export type Server = Awaited<ReturnType<typeof makeServer>>;

// A settings document of a large retailer is a few hundred kilobytes.
const BODY_LIMIT_BYTES = 5_000_000;
// A busy machine takes its time to load the pages of the API; Fastify's own ten seconds were too few.
const START_PATIENCE_MS = 120_000;

export interface ServerOptions {
  /** Whoever carries no key and no session may do everything: the demonstration, and commands in this process. */
  readonly open: boolean;
  /** Told of every route, with what it declares. */
  readonly onRoute?: (route: RouteOptions) => void;
}

/** A server that is ready to listen or to be asked with `inject`; one that cannot start leaves nothing open. */
// The return type is Fastify's own, with its type provider.
export async function makeServer(oms: Oms, options: ServerOptions) {
  const server = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    pluginTimeout: START_PATIENCE_MS,
  });
  try {
    await furnish(server, oms, options);
    await server.ready();
  } catch (error) {
    await server.close();
    throw error;
  }
  return server;
}

async function furnish(server: FastifyInstance, oms: Oms, options: ServerOptions): Promise<void> {
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler(answerError(oms.log));
  refuseUndeclaredRoutes(server);
  if (options.onRoute !== undefined) server.addHook('onRoute', options.onRoute);
  server.decorateRequest('caller', null);
  await server.register(cookie);
  sendSecurityHeaders(server);
  server.addHook('onRequest', authenticate(oms, options));
  auditChanges(server, oms);

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
  server.get('/openapi.json', { config: may('SIGNED_IN'), schema: { hide: true } }, () =>
    server.swagger(),
  );
  server.get('/health', { config: may('PUBLIC'), schema: { hide: true } }, async () =>
    oms.health(),
  );
  await server.register(sessionRoutes(oms));
  await server.register(peopleRoutes(oms));
  await server.register(viewRoutes(oms));
  await server.register(eventRoutes(oms));
  await server.register(placeRoutes(oms));
  await server.register(boardRoutes(oms));
  await server.register(orderRoutes(oms));
  await server.register(orderMessageRoutes(oms));
  await server.register(facilityRoutes(oms));
  await server.register(floorRoutes(oms));
  await server.register(documentRoutes(oms));
  await server.register(brokeringRoutes(oms));
  await server.register(brokeringSettingsRoutes(oms));
  await server.register(problemRoutes(oms));
  await server.register(feedRoutes(oms));
  await server.register(alertRoutes(oms));
  await server.register(backupRoutes(oms));
  await server.register(jobRoutes(oms));
  await server.register(connectionRoutes(oms));
  await server.register(sendSaleRoutes(oms));
  await server.register(saleRoutes(oms));
  await server.register(settingsRoutes(oms));
  await server.register(reconciliationRoutes(oms));
  await server.register(webhookRoutes(oms));
  await serveScreens(server);
}
