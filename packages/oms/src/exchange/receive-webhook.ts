// Keeps a webhook as it came. Stored is all that happens before Shopify gets its answer.

import type { Database } from '@sendsale/store/read';
import { saveWebhook } from '@sendsale/store/write';
import type { WebhookRow } from '@sendsale/store/write';

/** @returns whether it is new: Shopify delivers at least once, and with one id over all its tries */
export async function receiveWebhook(
  db: Database,
  webhook: WebhookRow,
): Promise<{ readonly isNew: boolean }> {
  return { isNew: await saveWebhook(db, webhook) };
}
