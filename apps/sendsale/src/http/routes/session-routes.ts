// Coming in and going out: who is signed in, signing in and out, another password.

import { ChangePasswordRequest, SessionView, SignInRequest } from '@sendsale/api';
import {
  endSession,
  forgetSignInFailures,
  openSession,
  recordSignInFailure,
  savePerson,
  signInWaitMs,
  findSession,
} from '@sendsale/oms';
import { hashPassword, verifyPassword } from '@sendsale/platform/password';
import { listPeople, signInFacts } from '@sendsale/store/read';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { callerOfSession, findCaller, refuseOtherSite } from '../access/authenticate.ts';
import { callerOf } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { may, mayChange } from '../access/declared.ts';
import { clearSessionToken, setSessionToken } from '../access/session-cookie.ts';
import { Refusal } from '../errors.ts';

const tags = ['access'];

export function sessionRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/session',
      { config: may('PUBLIC'), schema: { tags, response: { 200: SessionView } } },
      async (request, reply) => sessionView(oms, await findCaller(oms, request, reply)),
    );
    server.post(
      '/api/session',
      {
        config: may('PUBLIC'),
        schema: { tags, body: SignInRequest, response: { 200: SessionView } },
      },
      async (request, reply) => {
        refuseOtherSite(request);
        return sessionView(oms, await signIn(oms, request, { reply, ...request.body }));
      },
    );
    server.delete(
      '/api/session',
      {
        config: mayChange('SIGNED_IN', 'NOTHING_KEPT'),
        schema: { tags, response: { 200: z.null() } },
      },
      async (request, reply) => {
        const { session } = callerOf(request);
        const at = oms.clock.now();
        if (session !== null) await endSession(oms.db, { sessionId: session.sessionId, at });
        clearSessionToken(request, reply);
        return reply.code(200).send(null);
      },
    );
    server.put(
      '/api/session/password',
      {
        config: mayChange('SIGNED_IN', 'BY_USE_CASE'),
        schema: { tags, body: ChangePasswordRequest, response: { 200: z.null() } },
      },
      async (request, reply) => {
        await changePassword(oms, request, request.body);
        clearSessionToken(request, reply);
        return reply.code(200).send(null);
      },
    );
  };
}

async function signIn(
  oms: Oms,
  request: FastifyRequest,
  { reply, email, password }: z.infer<typeof SignInRequest> & { readonly reply: FastifyReply },
): Promise<Caller> {
  const at = oms.clock.now();
  const attempt = { email, address: request.ip, at };
  const waitMs = await signInWaitMs(oms.db, attempt);
  if (waitMs > 0) {
    reply.header('retry-after', Math.ceil(waitMs / 1000));
    throw new Refusal(429, tooMany(waitMs));
  }
  const facts = await signInFacts(oms.db, email);
  if (!(await verifyPassword(password, facts?.passwordHash ?? null)) || facts === null) {
    await recordSignInFailure(oms.db, attempt);
    oms.log.warn({ address: request.ip }, 'Somebody failed to sign in.');
    throw new Refusal(401, WRONG);
  }
  await forgetSignInFailures(oms.db, attempt);
  const agent = request.headers['user-agent'] ?? '';
  const token = await openSession(oms.db, {
    personId: facts.id,
    address: request.ip,
    agent,
    at,
  });
  setSessionToken(request, reply, token);
  const session = await findSession(oms.db, { token, at });
  if (session === null) throw new Refusal(401, WRONG);
  return callerOfSession(session);
}

async function changePassword(
  oms: Oms,
  request: FastifyRequest,
  { current, next }: z.infer<typeof ChangePasswordRequest>,
): Promise<void> {
  const { session, name } = callerOf(request);
  const [person] = session === null ? [] : await listPeople(oms.db, session.personId);
  if (person === undefined) throw new Refusal(409, NO_PERSON);
  const attempt = { email: person.email, address: request.ip, at: oms.clock.now() };
  const waitMs = await signInWaitMs(oms.db, attempt);
  if (waitMs > 0) throw new Refusal(429, tooMany(waitMs));
  const facts = await signInFacts(oms.db, person.email);
  if (!(await verifyPassword(current, facts?.passwordHash ?? null))) {
    await recordSignInFailure(oms.db, attempt);
    throw new Refusal(409, { ...WRONG, message: 'The current password is another one.' });
  }
  const saved = await savePerson(oms.db, {
    ...person,
    passwordHash: await hashPassword(next),
    disabled: false,
    basedOn: null,
    actor: name,
    via: 'screens',
    at: oms.clock.now(),
  });
  if (!saved.ok) throw new Refusal(409, NO_PERSON);
}

async function sessionView(oms: Oms, caller: Caller | null): Promise<SessionView> {
  const session = caller?.session ?? null;
  const { isDemo } = oms.environment;
  const people = isDemo && session === null ? await listPeople(oms.db) : null;
  return {
    person:
      session === null || caller === null
        ? null
        : {
            id: session.personId,
            name: session.name,
            email: session.email,
            roles: [...session.roles],
            permissions: [...caller.permissions],
            facilityIds: [...session.facilityIds],
            seesEveryFacility: caller.facilityIds === null,
          },
    csrf: session?.csrf ?? null,
    demo: people?.map(({ name, email, roles }) => ({ name, email, roles: [...roles] })) ?? null,
  };
}

const WRONG = {
  code: 'SIGN_IN_WRONG',
  message: 'The address and the password do not belong together.',
  whatToDo: 'Try again, or ask an administrator for another password.',
};

const NO_PERSON = {
  code: 'NO_PERSON',
  message: 'A key has no password.',
  whatToDo: 'Sign in as a person.',
};

function tooMany(waitMs: number) {
  return {
    code: 'SIGN_IN_WAITS',
    message: `There were too many failures; try again in ${Math.ceil(waitMs / 1000)} seconds.`,
    whatToDo: 'Wait, or ask an administrator for another password.',
  };
}
