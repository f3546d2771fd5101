// People and keys, and what everybody changed.

import {
  ApiKeyView,
  AuditPage,
  AuditQuery,
  CreatedKey,
  CreateKeyRequest,
  PersonView,
  SavePersonRequest,
} from '@sendsale/api';
import { permissionsOf, permissionsOfKey } from '@sendsale/domain';
import { createApiKey, revokeApiKeys, savePerson } from '@sendsale/oms';
import type { PersonRefusal } from '@sendsale/oms';
import { hashPassword } from '@sendsale/platform/password';
import { auditEntries, listApiKeys, listPeople } from '@sendsale/store/read';
import type { ListedPerson } from '@sendsale/store/read';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { actorOf, callerOf, refuseGivingMore } from '../access/caller.ts';
import { may, mayChange } from '../access/declared.ts';
import { notFound, Refusal } from '../errors.ts';

const tags = ['access'];
const Identified = z.object({ id: z.string() });
const Named = z.object({ name: z.string() });

export function peopleRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/people',
      { config: may('access.read'), schema: { tags, response: { 200: PersonView.array() } } },
      async () => (await listPeople(oms.db)).map(personView),
    );
    server.post(
      '/api/people',
      {
        config: mayChange('access.change', 'BY_USE_CASE'),
        schema: { tags, body: SavePersonRequest, response: { 200: PersonView } },
      },
      async (request) => save(oms, request, { id: null, body: request.body }),
    );
    server.put(
      '/api/people/:id',
      {
        config: mayChange('access.change', 'BY_USE_CASE'),
        schema: {
          tags,
          params: Identified,
          body: SavePersonRequest,
          response: { 200: PersonView },
        },
      },
      async (request) => save(oms, request, { id: request.params.id, body: request.body }),
    );
    await server.register(keyRoutes(oms));
    server.get(
      '/api/audit',
      {
        config: may('audit.read'),
        schema: { tags, querystring: AuditQuery, response: { 200: AuditPage } },
      },
      async ({ query: { limit, beforeId, actor, subject } }) => {
        const found = await auditEntries(oms.db, {
          limit: limit + 1,
          ...(beforeId === undefined ? {} : { beforeId }),
          ...(actor === undefined ? {} : { actor }),
          ...(subject === undefined ? {} : { subject }),
        });
        const entries = found.slice(0, limit);
        const next = found.length > limit ? (entries.at(-1)?.id ?? null) : null;
        return AuditPage.parse({
          entries: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
          next,
        });
      },
    );
  };
}

function keyRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/keys',
      { config: may('access.read'), schema: { tags, response: { 200: ApiKeyView.array() } } },
      async () =>
        (await listApiKeys(oms.db)).map(({ createdAt, revokedAt, ...key }) => ({
          ...key,
          createdAt: createdAt.toISOString(),
          revokedAt: revokedAt?.toISOString() ?? null,
        })),
    );
    server.post(
      '/api/keys',
      {
        config: mayChange('access.change', 'BY_USE_CASE'),
        schema: { tags, body: CreateKeyRequest, response: { 200: CreatedKey } },
      },
      async (request) => {
        const { body } = request;
        refuseGivingMore(request, permissionsOfKey(body.role));
        return { key: await createApiKey(oms.db, { ...body, ...changeOf(oms, request) }) };
      },
    );
    server.delete(
      '/api/keys/:name',
      {
        config: mayChange('access.change', 'BY_USE_CASE'),
        schema: { tags, params: Named, response: { 200: z.null() } },
      },
      async (request, reply) => {
        const { name } = request.params;
        const count = await revokeApiKeys(oms.db, { name, ...changeOf(oms, request) });
        if (count === 0) throw notFound(`key ${name} that is not revoked`);
        return reply.code(200).send(null);
      },
    );
  };
}

async function save(
  oms: Oms,
  request: FastifyRequest,
  { id, body }: { readonly id: string | null; readonly body: z.infer<typeof SavePersonRequest> },
): Promise<PersonView> {
  refuseGivingMore(request, permissionsOf(body.roles));
  const { password, ...person } = body;
  const saved = await savePerson(oms.db, {
    ...person,
    id,
    ...(password === undefined ? {} : { passwordHash: await hashPassword(password) }),
    ...changeOf(oms, request),
  });
  if (!saved.ok)
    throw new Refusal(saved.error === 'PERSON_UNKNOWN' ? 404 : 409, REFUSALS[saved.error]);
  return personView(saved.value);
}

function changeOf(oms: Oms, request: FastifyRequest) {
  const via = callerOf(request).kind === 'PERSON' ? 'screens' : 'HTTP API';
  return { actor: actorOf(request), via, at: oms.clock.now() };
}

/** Every refusal of a person in words; the command line says them too. */
const REFUSALS: Readonly<
  Record<
    PersonRefusal,
    { readonly code: string; readonly message: string; readonly whatToDo: string }
  >
> = {
  EMAIL_TAKEN: {
    code: 'EMAIL_TAKEN',
    message: 'Somebody else has this address.',
    whatToDo: 'Use another address, or change that person.',
  },
  PERSON_UNKNOWN: {
    code: 'PERSON_UNKNOWN',
    message: 'There is no such person.',
    whatToDo: 'Look at the list of people.',
  },
  PERSON_CHANGED: {
    code: 'PERSON_CHANGED',
    message: 'Somebody else changed this person in the meantime.',
    whatToDo: 'Reload, look at what is there now, and make the change again.',
  },
  LAST_ADMINISTRATOR: {
    code: 'LAST_ADMINISTRATOR',
    message: 'This is the last administrator who can sign in.',
    whatToDo: 'Make somebody else an administrator first.',
  },
  FACILITY_UNKNOWN: {
    code: 'FACILITY_UNKNOWN',
    message: 'One of the facilities is not set up.',
    whatToDo: 'Set it up first, or leave it out.',
  },
};

function personView(person: ListedPerson): PersonView {
  const { roles, facilityIds, createdAt, disabledAt, seenAt, ...rest } = person;
  return {
    ...rest,
    roles: [...roles],
    facilityIds: [...facilityIds],
    createdAt: createdAt.toISOString(),
    disabledAt: disabledAt?.toISOString() ?? null,
    seenAt: seenAt?.toISOString() ?? null,
  };
}
