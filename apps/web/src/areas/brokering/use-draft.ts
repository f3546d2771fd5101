// What a person has changed of the rules and not saved: based on a version, and kept while others save theirs.

import type { RulesVersionView } from '@sendsale/api';
import { useMemo, useState } from 'react';
import type { Difference } from '../../ui/differences.tsx';
import { changesBetween } from './rules-document.ts';
import type { Rules } from './rules-document.ts';

export interface Draft {
  readonly rules: Rules;
  /** The version it was made from. */
  readonly base: RulesVersionView;
  readonly changes: readonly Difference[];
  readonly set: (rules: Rules) => void;
  /** Forgets the changes; what is in force is shown again. */
  readonly drop: () => void;
  /** The changes stand upon this version from now on. */
  readonly rebase: (version: RulesVersionView) => void;
}

interface Kept {
  readonly rules: Rules;
  readonly base: RulesVersionView;
}

export function useDraft(inForce: RulesVersionView): Draft {
  const [kept, setKept] = useState<Kept | null>(null);
  const changes = useMemo(
    () => (kept === null ? [] : changesBetween(kept.base.rules, kept.rules)),
    [kept],
  );
  // A draft without changes follows what is in force.
  const isDraft = kept !== null && changes.length > 0;
  const base = isDraft ? kept.base : inForce;
  const rules = isDraft ? kept.rules : inForce.rules;
  return {
    rules,
    base,
    changes,
    set: (next) => setKept({ rules: next, base }),
    drop: () => setKept(null),
    rebase: (version) => setKept({ rules, base: version }),
  };
}
