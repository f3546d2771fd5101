// Mail through a real SMTP server, and webhooks to a real HTTP server.

import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeMailer, sendWebhook, signatureOf } from './index.ts';

const mails: string[] = [];
const smtp = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  onAuth: ({ username, password }, _, done) => {
    if (username === 'oms' && password === 'pa:ss') return done(null, { user: username });
    return done(new Error('Wrong password'));
  },
  onRcptTo: ({ address }, _, done) =>
    done(address === 'nobody@example.com' ? new Error('No such mailbox') : null),
  onData: (stream, _, done) => {
    const pieces: Buffer[] = [];
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.on('end', () => {
      mails.push(Buffer.concat(pieces).toString());
      done();
    });
  },
});
const hooks: Array<{ readonly headers: IncomingHttpHeaders; readonly body: string }> = [];
let status = 200;
const http = createServer((request, response) => {
  let body = '';
  request.on('data', (piece: Buffer) => (body += piece.toString()));
  request.on('end', () => {
    hooks.push({ headers: request.headers, body });
    response.writeHead(status).end('thanks');
  });
});
let smtpPort: number;
let hookUrl: string;

beforeAll(async () => {
  const server = smtp.listen(0, '127.0.0.1');
  await new Promise<void>((resolve) => server.once('listening', resolve));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  // Listening TCP servers have addresses of this kind.
  smtpPort = (server.address() as AddressInfo).port;
  hookUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}/hook?team=a`;
});
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(resolve));
  await new Promise((resolve) => http.close(resolve));
});
beforeEach(() => {
  mails.length = 0;
  hooks.length = 0;
  status = 200;
});

const mailer = (password: string) =>
  makeMailer({
    url: `smtp://oms:${password}@127.0.0.1:${smtpPort}`,
    from: 'OMS <oms@example.com>',
  });

it('hands the mail to the server, with an id that stays over its tries', async () => {
  const mail = {
    to: 'ops@example.com',
    subject: 'Stuck\r\nBcc: x@y.z',
    text: 'Ü 3 orders',
    id: 'a1',
  };
  expect(await mailer('pa%3Ass').send(mail)).toEqual({ ok: true, value: null });
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain('Message-ID: <a1@sendsale>');
  expect(mails[0]).toContain('Subject: Stuck Bcc: x@y.z');
  expect(mails[0]).not.toMatch(/^Bcc:/m);
});

it('says why a mail was not taken, without the password', async () => {
  const mail = { to: 'ops@example.com', subject: 's', text: 't', id: 'a2' };
  const refused = await mailer('wrong').send(mail);
  expect(refused).toMatchObject({ ok: false });
  expect(JSON.stringify(refused)).not.toContain('wrong"');
  const unknown = await mailer('pa%3Ass').send({ ...mail, to: 'nobody@example.com' });
  expect(unknown.ok ? '' : unknown.error).toContain('No such mailbox');
  expect(mails).toEqual([]);
});

it('says whether the server lets us in, and sends nothing', async () => {
  expect(await mailer('pa%3Ass').check()).toEqual({ ok: true, value: null });
  expect(await mailer('wrong').check()).toMatchObject({ ok: false });
  expect(mails).toEqual([]);
});

it('posts a webhook whose signature its receiver can check', async () => {
  const at = new Date('2026-11-24T10:00:00Z');
  const sent = await sendWebhook({ url: hookUrl, body: { a: 'ü' }, id: 'd1', secret: 'key', at });
  expect(sent).toEqual({ ok: true, value: null });
  const [hook] = hooks;
  expect(hook?.body).toBe('{"a":"ü"}');
  expect(hook?.headers['sendsale-delivery']).toBe('d1');
  const seconds = at.getTime() / 1000;
  const expected = signatureOf({ secret: 'key', seconds, body: hook?.body ?? '' });
  expect(hook?.headers['sendsale-signature']).toBe(expected);
});

it('says when a webhook was refused', async () => {
  status = 500;
  const at = new Date(0);
  const sent = await sendWebhook({ url: hookUrl, body: {}, id: 'd2', secret: null, at });
  expect(sent.ok ? '' : sent.error).toContain('answered 500');
  expect(hooks[0]?.headers['sendsale-signature']).toBeUndefined();
});
