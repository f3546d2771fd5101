// The control API's records: what a user would see and do on the account's pages.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account/account.ts';
import { RecordSpec, RecordSpecs, createRecords, editRecord } from '../runtime/seed.ts';
import { shipFromLocation } from './ship-from-location.ts';

const Shipment = z.strictObject({
  salesOrderId: z.string(),
  locationId: z.string(),
  tracking: z.string().default(''),
  carrier: z.string().default(''),
  /** Only these lines of the order, by line number; all when left out. */
  lines: z.array(z.string()).optional(),
  /** A Picked, B Packed, C Shipped. */
  shipStatus: z.enum(['A', 'B', 'C']).default('C'),
});

const Edit = RecordSpec.omit({ type: true });

type OneRecord = { Params: { type: string; id: string } };

export function addRecordRoutes(server: FastifyInstance, account: Account): void {
  server.get<{ Params: { type: string } }>('/control/records/:type', ({ params }) =>
    account.records.list(params.type),
  );
  server.get<OneRecord>('/control/records/:type/:id', ({ params }, reply) => {
    const record = account.records.list(params.type).find(({ id }) => id === params.id);
    if (record === undefined)
      return reply.code(404).send({
        error: { code: 'RCRD_DSNT_EXIST', message: `There is no ${params.type} ${params.id}.` },
      });
    return reply.send(record);
  });
  server.post('/control/records', (request, reply) =>
    reply.code(201).send(createRecords(account, RecordSpecs.parse(request.body))),
  );
  server.post<OneRecord>('/control/records/:type/:id', ({ params, body }) => {
    const id = editRecord(account, params.id, { ...Edit.parse(body), type: params.type });
    return { type: params.type, id };
  });
  server.delete<OneRecord>('/control/records/:type/:id', ({ params }) => ({
    type: params.type,
    id: account.records.delete({ type: params.type, id: params.id }),
  }));
  server.post('/control/item-fulfillments', (request, reply) => {
    const id = shipFromLocation(account, Shipment.parse(request.body));
    return reply.code(201).send({ type: 'itemfulfillment', id });
  });
}
