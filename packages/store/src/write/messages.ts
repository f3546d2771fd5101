// Says what became of a stored message.

import type { MessageState } from '@sendsale/domain';
import type { Database } from '../database.ts';

export async function setMessageState(
  db: Database,
  messageId: number,
  state: MessageState,
): Promise<void> {
  await db.updateTable('message').set({ state }).where('id', '=', messageId).execute();
}
