// The token endpoint of OAuth 2.0.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { OAuth } from './oauth.ts';

const PATH = '/services/rest/auth/oauth2/v1/token';
const Form = z.object({
  grant_type: z.string().default(''),
  client_assertion_type: z.string().default(''),
  client_assertion: z.string().default(''),
});

export function addTokenRoute(server: FastifyInstance, oauth: OAuth): void {
  server.post(PATH, async (request, reply) => {
    const form = Form.parse(request.body ?? {});
    const answer = await oauth.issue({
      grantType: form.grant_type,
      assertionType: form.client_assertion_type,
      assertion: form.client_assertion,
      tokenUrl: `${request.protocol}://${request.host}${PATH}`,
    });
    if (answer.ok) return reply.send(tokenOf(answer));
    return reply
      .code(answer.status)
      .send({ error: answer.error, error_description: answer.description });
  });
  // For a terminal: whoever reaches the control API may do anything anyway.
  server.post('/control/token', (_request, reply) => reply.send(tokenOf(oauth.grant())));
}

function tokenOf({ accessToken, expiresIn }: ReturnType<OAuth['grant']>): object {
  return { access_token: accessToken, expires_in: String(expiresIn), token_type: 'bearer' };
}
