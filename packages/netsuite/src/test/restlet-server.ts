// NetSuite at the wire, for tests: a token endpoint that keeps the assertions it got, and RESTlets that answer
// as they are told.

import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RestletSettings } from '../account/restlets.ts';

interface Call {
  readonly path: string;
  readonly authorization: string;
  readonly body: unknown;
}

export class RestletServer {
  readonly assertions: string[] = [];
  readonly calls: Call[] = [];
  /** What the next calls are answered; "started" when there is none. */
  answers: Array<{ readonly status: number; readonly body: unknown }> = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  get url(): string {
    // A listening TCP server has an address of this kind.
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  settings(privateKey: string): RestletSettings {
    const { url } = this;
    return {
      restletUrl: url,
      tokenUrl: url,
      clientId: 'client',
      certificateId: 'cert',
      privateKey,
    };
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.url === '/services/rest/auth/oauth2/v1/token') {
      this.assertions.push(new URLSearchParams(text).get('client_assertion') ?? '');
      send(200, { access_token: `token-${this.assertions.length}`, expires_in: '3600' });
      return;
    }
    const authorization = request.headers.authorization ?? '';
    this.calls.push({ path: request.url ?? '', authorization, body: JSON.parse(text) });
    const started = { status: 200, body: { status: 'success', message: 'started' } };
    const { status, body } = this.answers.shift() ?? started;
    send(status, body);
  }
}

/** A key pair as openssl writes them. */
export function makeKeys(kind: 'ec' | 'rsa'): {
  readonly privateKey: string;
  readonly publicKey: string;
} {
  const pair =
    kind === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 3072 });
  const type = kind === 'ec' ? 'sec1' : 'pkcs1';
  return {
    privateKey: pair.privateKey.export({ type, format: 'pem' }).toString(),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}
