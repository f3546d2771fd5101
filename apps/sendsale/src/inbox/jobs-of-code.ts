// Which jobs try a kind of problem again: a retry wakes them.

import type { ProblemCode } from '@sendsale/domain';
import { EXPORT_JOB_NAMES } from '@sendsale/netsuite';

const FILES = ['hand-over-files', 'import-files'];
const SHOPIFY = [
  'download-orders',
  'read-listed-orders',
  'read-webhooks',
  'download-catalogue',
  'push-fulfillments',
];

/** Names of jobs; what they find to do they look for themselves. */
export function jobsOfCode(code: ProblemCode): readonly string[] {
  if (code.startsWith('SFTP_')) return FILES;
  if (code.startsWith('FEED_') || code === 'RECORD_UNKNOWN') return ['import-files'];
  if (code === 'SHOPIFY_FULFILLMENT_REFUSED') return ['push-fulfillments'];
  if (code === 'SHOPIFY_NOTICE_REFUSED') return ['push-notices'];
  if (code.startsWith('SHOPIFY_') || code === 'TOTAL_MISMATCH' || code === 'SHOP_UNKNOWN') {
    return SHOPIFY;
  }
  return JOBS[code] ?? [...EXPORT_JOB_NAMES, 'read-listed-orders'];
}

const JOBS: Partial<Record<ProblemCode, readonly string[]>> = {
  NETSUITE_UNREACHABLE: ['run-scripts'],
  NETSUITE_ANSWER_OVERDUE: ['ask-after-records', ...EXPORT_JOB_NAMES],
  UNFILLABLE: ['broker-orders'],
  NOT_ENOUGH_STOCK: ['broker-orders'],
  ORDER_STUCK: [...EXPORT_JOB_NAMES, 'approve-orders', 'broker-orders', 'run-scripts'],
};
