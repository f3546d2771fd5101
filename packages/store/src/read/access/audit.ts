// The audit log, the newest entries first, by pages.

import type { JsonObject } from '@sendsale/domain';
import type { Database } from '../../database.ts';

export interface AuditEntry {
  readonly id: number;
  readonly at: Date;
  readonly actor: string;
  readonly via: string;
  readonly action: string;
  readonly subject: string;
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
}

export interface AuditQuestion {
  readonly limit: number;
  /** Only older entries than this one. */
  readonly beforeId?: number;
  readonly actor?: string;
  /** Only of this record: the beginning of its subject. */
  readonly subject?: string;
}

export async function auditEntries(
  db: Database,
  { limit, beforeId, actor, subject }: AuditQuestion,
): Promise<AuditEntry[]> {
  return db
    .selectFrom('audit_entry')
    .$if(beforeId !== undefined, (query) => query.where('id', '<', beforeId ?? 0))
    .$if(actor !== undefined, (query) => query.where('actor', '=', actor ?? ''))
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .selectAll()
    .execute();
}
