// What must not be written is not written, wherever in a line it stands.

import { describe, expect, it } from 'vitest';
import { makeLog } from './index.ts';

function lineOf(write: (log: ReturnType<typeof makeLog>) => void): string {
  let line = '';
  const destination = { write: (text: string) => (line += text) };
  write(makeLog({ level: 'debug', name: 'test', destination }));
  return line;
}

describe('a log line', () => {
  it('carries level, name, time, text and fields', () => {
    const line: unknown = JSON.parse(lineOf((log) => log.info({ orderId: 'M10001' }, 'Accepted.')));
    expect(line).toMatchObject({
      level: 'info',
      name: 'test',
      orderId: 'M10001',
      msg: 'Accepted.',
    });
  });

  const secrets: [string, object][] = [
    ['a password', { settings: { sftp: { password: 'hush-hush' } } }],
    ['a header', { headers: { Authorization: 'hush-hush' } }],
    ['a token', { accessToken: 'hush-hush' }],
    ['a private key', { private_key: 'hush-hush' }],
    ['an address', { order: { shippingAddress: { address1: 'hush-hush' } } }],
    ['a list of phones', { phones: ['hush-hush'] }],
    ['a name of a person', { customer: { firstName: 'hush-hush' } }],
    ['a bearer token in a text', { note: 'sent Bearer hush-hush' }],
    ['a mail address in a text', { note: 'told hush-hush@example.com' }],
    ['a password in a URL', { url: 'postgres://user:hush-hush@host/db' }],
    ['a mail address in an error', { err: new Error('no customer hush-hush@example.com') }],
    ['a field of an error', { err: Object.assign(new Error('no'), { email: 'hush-hush' }) }],
    ['a cause', { err: new Error('no', { cause: { token: 'hush-hush' } }) }],
  ];
  it.each(secrets)('does not carry %s', (_title, fields) => {
    const line = lineOf((log) => log.error(fields, 'Something.'));
    expect(line).toContain('Something.');
    expect(line).not.toContain('hush-hush');
  });

  it('does not carry a mail address in its text, in child loggers neither', () => {
    expect(lineOf((log) => log.warn('for hush-hush@example.com'))).not.toContain('hush-hush');
    const ofChild = lineOf((log) => log.child({ job: 'a' }).info({ email: 'hush-hush' }, 'Done.'));
    expect(ofChild).toContain('"job":"a"');
    expect(ofChild).not.toContain('hush-hush');
  });

  it('keeps what an error says: type, text, stack and code', () => {
    const error = Object.assign(new TypeError('It broke.'), { code: 'BROKEN' });
    const line: unknown = JSON.parse(lineOf((log) => log.error({ err: error }, 'Failed.')));
    expect(line).toMatchObject({
      err: { type: 'TypeError', message: 'It broke.', code: 'BROKEN' },
    });
  });
});
