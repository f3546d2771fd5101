// Writes the audit log: who changed what, as it was before and as it is after.

import type { JsonObject } from '@sendsale/domain';
import type { Database } from '@sendsale/store/read';

export interface AuditOptions {
  readonly actor: string;
  /** `screens`, `HTTP API`, `command line`. */
  readonly via: string;
  readonly at: Date;
  readonly action: string;
  /** The record, e.g. `order M10001` or `person U10001`. */
  readonly subject: string;
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
}

/** Appends one entry; in the transaction of the change where the caller has one. */
export async function writeAudit(db: Database, options: AuditOptions): Promise<void> {
  await db.insertInto('audit_entry').values(options).execute();
}
