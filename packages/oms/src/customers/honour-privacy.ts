// Honours what Shopify's three privacy topics ask: what we keep of a person is named, or emptied.

import { problem } from '@sendsale/domain';
import type { JsonObject, PrivacyTopic } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { personalRecords } from '@sendsale/store/read';
import type { Database, PersonalRecords } from '@sendsale/store/read';
import {
  redactPeople,
  savePrivacyRequest,
  saveProblems,
  setMessageState,
} from '@sendsale/store/write';

export interface HonourPrivacyOptions {
  readonly topic: PrivacyTopic;
  readonly shopId: string;
  /** The stored webhook. */
  readonly messageId: number;
  /** Shopify's id of the customer; null for a whole shop. */
  readonly customerShopifyId: string | null;
  /** Orders the request names, legacy ids. */
  readonly orderShopifyIds: readonly string[];
  readonly at: Date;
}

/**
 * customers/redact and shop/redact are done at once. customers/data_request becomes a problem for the person
 * who answers the customer, with the records to send. The same message again changes nothing.
 */
export async function honourPrivacy(db: Database, options: HonourPrivacyOptions): Promise<void> {
  const { topic, shopId, messageId, customerShopifyId, at } = options;
  await inTransaction(db, async (tx) => {
    const found = await personalRecords(tx, options);
    const outcome = await answer(tx, options, found);
    const doneAt = topic === 'customers/data_request' ? null : at;
    const request = { shopId, topic, messageId, customerShopifyId, doneAt, outcome, at };
    await savePrivacyRequest(tx, request);
    await setMessageState(tx, messageId, 'READ');
  });
}

async function answer(
  tx: Database,
  options: HonourPrivacyOptions,
  found: PersonalRecords,
): Promise<JsonObject> {
  const { topic, shopId, at } = options;
  if (topic === 'shop/redact') {
    return redactPeople(tx, { ...options, customerIds: null, orderIds: null });
  }
  if (topic === 'customers/redact') return redactPeople(tx, { ...options, ...found });
  const { customerIds, orderIds } = found;
  const subject = `${shopId}/${options.customerShopifyId ?? ''}`;
  const detail = { customerIds, orderIds };
  await saveProblems(tx, [problem({ code: 'PRIVACY_DATA_REQUESTED', subject, detail })], at);
  return detail;
}
