// Keeps a payload that came, byte for byte, before anything reads it.

import type { MessageState } from '@sendsale/domain';
import type { Database } from '@sendsale/store/read';
import { saveMessage, setMessageState } from '@sendsale/store/write';

export interface ReceiveMessageOptions {
  /** e.g. "shopify" */
  readonly source: string;
  /** e.g. "orders" */
  readonly topic: string;
  readonly shopId: string | null;
  /** The record it is about, e.g. the order's legacy id. */
  readonly subject: string;
  readonly body: string;
  readonly at: Date;
}

/** Stores the message; the same bytes about the same subject are the same message (`isNew` false). */
export async function receiveMessage(
  db: Database,
  options: ReceiveMessageOptions,
): Promise<{ readonly messageId: number; readonly isNew: boolean; readonly state: MessageState }> {
  return saveMessage(db, options);
}

/** Says what became of a message. */
export async function markMessage(
  db: Database,
  options: { readonly messageId: number; readonly state: 'READ' | 'REFUSED' },
): Promise<void> {
  await setMessageState(db, options.messageId, options.state);
}
