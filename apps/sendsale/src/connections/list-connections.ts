// The systems this server is connected to, as its environment says, and whether the jobs that use them met a problem.

import type { ConnectionView } from '@sendsale/api';
import type { ProblemCode } from '@sendsale/domain';
import { alertRules, openProblems } from '@sendsale/store/read';
import type { ListedProblem } from '@sendsale/store/read';
import type { Oms } from '../compose.ts';

const SHOPIFY: readonly ProblemCode[] = [
  'SHOPIFY_UNREACHABLE',
  'SHOPIFY_ACCESS_DENIED',
  'SHOPIFY_VERSION_UNSUPPORTED',
  'SHOPIFY_WEBHOOKS_REFUSED',
  'SHOPIFY_APP_UNINSTALLED',
];
const SFTP: readonly ProblemCode[] = [
  'SFTP_UNREACHABLE',
  'SFTP_HOST_KEY_MISMATCH',
  'SFTP_AUTHENTICATION_FAILED',
];
const NETSUITE: readonly ProblemCode[] = ['NETSUITE_UNREACHABLE'];

export async function listConnections(oms: Oms): Promise<ConnectionView[]> {
  const problems = await connectionProblems(oms);
  const { shops, netsuite, sftp, smtp, webhookSecret } = oms.environment;
  const hooks = (await alertRules(oms.db)).filter(({ channel }) => channel === 'WEBHOOK');
  return [
    ...shops.map((shop) =>
      view({
        id: `shopify:${shop.id}`,
        kind: 'SHOPIFY',
        name: shop.id,
        address: new URL(shop.baseUrl).host,
        problems: problems.filter(
          // Of the shop as a whole, or of a part of it.
          ({ code, subject }) => SHOPIFY.includes(code) && subject.split('/')[0] === shop.id,
        ),
      }),
    ),
    view({
      id: 'netsuite',
      kind: 'NETSUITE',
      name: 'NetSuite',
      address: netsuite === null ? null : new URL(netsuite.restletUrl).host,
      problems: problems.filter(({ code }) => NETSUITE.includes(code)),
    }),
    view({
      id: 'sftp',
      kind: 'SFTP',
      name: 'SFTP',
      address: sftp === null ? null : `${sftp.host}:${sftp.port}`,
      more: sftp === null ? null : `${sftp.user} · ${sftp.baseDirectory}`,
      problems: problems.filter(({ code }) => SFTP.includes(code)),
    }),
    view({
      id: 'smtp',
      kind: 'SMTP',
      name: 'SMTP',
      // The address without its user and password.
      address: smtp === null ? null : new URL(smtp.url).host,
      more: smtp?.from ?? null,
    }),
    ...hooks.map(({ id, target }) =>
      view({
        id: `alert:${id}`,
        kind: 'WEBHOOK',
        name: id,
        // Such addresses carry a secret in their path or query often.
        address: new URL(target).host,
        more: webhookSecret === null ? null : 'signed',
      }),
    ),
  ];
}

async function connectionProblems(oms: Oms): Promise<readonly ListedProblem[]> {
  const found: ListedProblem[] = [];
  for (const code of [...SHOPIFY, ...NETSUITE, ...SFTP]) {
    found.push(...(await openProblems(oms.db, { code })));
  }
  return found;
}

interface Facts extends Pick<ConnectionView, 'id' | 'kind' | 'name' | 'address'> {
  readonly more?: string | null;
  readonly problems?: readonly ListedProblem[];
}

function view({ more = null, problems = [], ...facts }: Facts): ConnectionView {
  const used = facts.address !== null;
  const state = problems.length > 0 ? 'PROBLEM' : 'READY';
  return {
    ...facts,
    more,
    state: used ? state : 'NOT_CONFIGURED',
    problems: problems.map(({ id, code, message }) => ({ id, code, message })),
  };
}
