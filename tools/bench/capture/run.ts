// `npm run bench capture [-- --orders 10000 --webhooks 5000]`: how fast orders are read in, and how fast webhooks
// are acknowledged beside the plainest thing that could be called one.

import { readFlags } from './flags.ts';
import { benchBackfill } from './backfill.ts';
import { benchWebhooks } from './webhooks.ts';

export async function run(args: readonly string[]): Promise<void> {
  const { orders, webhooks } = readFlags(args, { orders: 10_000, webhooks: 5_000 });
  await benchWebhooks(webhooks);
  await benchBackfill(orders);
}
