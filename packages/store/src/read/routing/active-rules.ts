// The rules in force: the latest version, or the built-in ones where none was ever saved.

import { DEFAULT_RULES } from '@sendsale/domain';
import type { BrokeringRules } from '@sendsale/domain';
import type { Database } from '../../database.ts';

export interface RulesVersion {
  /** 0 is the built-in set. */
  readonly version: number;
  readonly rules: BrokeringRules;
  readonly note: string;
  readonly madeBy: string;
  /** Null for the built-in set. */
  readonly madeAt: Date | null;
}

const BUILT_IN: RulesVersion = {
  version: 0,
  rules: DEFAULT_RULES,
  note: 'The built-in rules.',
  madeBy: 'Sendsale',
  madeAt: null,
};

export async function activeRules(db: Database): Promise<RulesVersion> {
  const row = await versions(db).orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row ?? BUILT_IN;
}

/** @returns null when there is no such version */
export async function rulesVersion(db: Database, version: number): Promise<RulesVersion | null> {
  if (version === 0) return BUILT_IN;
  return (await versions(db).where('version', '=', version).executeTakeFirst()) ?? null;
}

const LISTED_MAX = 500;

/** Newest first, the built-in set last. */
export async function rulesVersions(db: Database): Promise<readonly RulesVersion[]> {
  return [...(await versions(db).orderBy('version', 'desc').limit(LISTED_MAX).execute()), BUILT_IN];
}

function versions(db: Database) {
  return db
    .selectFrom('brokering_rules')
    .select(['version', 'document as rules', 'note', 'made_by as madeBy', 'made_at as madeAt']);
}
