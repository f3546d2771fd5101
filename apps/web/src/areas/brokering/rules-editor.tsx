// The rules where they stand: runs, their batches, and the rules of each in the order they are tried.

import type { BrokeringCatalogue } from '@sendsale/api';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Check, TextField } from '../../ui/field.tsx';
import { BatchEditor } from './batch-editor.tsx';
import { CostsEditor } from './costs-editor.tsx';
import { codesOf, moved, newBatch, removed, replaced } from './rules-document.ts';
import type { Rules, Run } from './rules-document.ts';
import { RunHead } from './run-head.tsx';
import { BROKERING_TEXT } from './text.ts';

interface EditorProps {
  readonly rules: Rules;
  readonly catalogue: BrokeringCatalogue;
  /** null: the person may look only. */
  readonly onChange: ((rules: Rules) => void) | null;
}

export function RulesEditor({ rules, catalogue, onChange }: EditorProps): ReactNode {
  return (
    <div className="stack stack--wide">
      {rules.runs.map((run, index) => (
        <RunEditor
          key={run.code}
          run={run}
          taken={codesOf(rules)}
          catalogue={catalogue}
          onChange={
            onChange && ((next) => onChange({ ...rules, runs: replaced(rules.runs, index, next) }))
          }
        />
      ))}
      <CostsEditor rules={rules} onChange={onChange} />
    </div>
  );
}

interface RunProps {
  readonly run: Run;
  readonly taken: readonly string[];
  readonly catalogue: BrokeringCatalogue;
  readonly onChange: ((run: Run) => void) | null;
}

function RunEditor({ run, taken, catalogue, onChange }: RunProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  const add = (): void => {
    const rule = { name: t('newRule'), taken };
    onChange?.({ ...run, batches: [...run.batches, newBatch(t('newBatch'), taken, rule)] });
  };
  return (
    <Card title={<RunHead run={run} />} flush>
      {onChange !== null && (
        <details className="rules__settings">
          <summary className="soft">{t('runSettings')}</summary>
          <RunSettings run={run} onChange={onChange} />
        </details>
      )}
      <ol className="rules">
        {run.batches.map((batch, index) => (
          <BatchEditor
            key={batch.code}
            batch={batch}
            place={index}
            count={run.batches.length}
            taken={taken}
            catalogue={catalogue}
            onChange={
              onChange &&
              ((next) => onChange({ ...run, batches: replaced(run.batches, index, next) }))
            }
            onMove={(step) => onChange?.({ ...run, batches: moved(run.batches, index, step) })}
            onRemove={() => onChange?.({ ...run, batches: removed(run.batches, index) })}
          />
        ))}
      </ol>
      {onChange !== null && (
        <div className="rules__add">
          <Button variant="ghost" icon={Plus} onClick={add}>
            {t('addBatch')}
          </Button>
        </div>
      )}
    </Card>
  );
}

interface SettingsProps {
  readonly run: Run;
  readonly onChange: (run: Run) => void;
}

function RunSettings({ run, onChange }: SettingsProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  return (
    <div className="halves rules__fields">
      <TextField
        label={t('name')}
        value={run.name}
        onChange={({ target }) => onChange({ ...run, name: target.value })}
      />
      <TextField
        label={t('cron')}
        hint={t('cronHint')}
        value={run.cron ?? ''}
        placeholder="*/15 7-20 * * *"
        onChange={({ target }) =>
          onChange({ ...run, cron: target.value === '' ? null : target.value })
        }
      />
      <TextField
        label={t('timeZone')}
        value={run.timeZone}
        onChange={({ target }) => onChange({ ...run, timeZone: target.value })}
      />
      <div className="stack">
        <Check
          label={t('active')}
          checked={run.active}
          onChange={({ target }) => onChange({ ...run, active: target.checked })}
        />
        <Check
          label={t('urgentAtOnce')}
          checked={run.urgentAtOnce}
          disabled={run.cron === null}
          onChange={({ target }) => onChange({ ...run, urgentAtOnce: target.checked })}
        />
        <Check
          label={t('ruleByRule')}
          checked={run.traversal === 'RULE_BY_RULE'}
          onChange={({ target }) =>
            onChange({ ...run, traversal: target.checked ? 'RULE_BY_RULE' : 'ORDER_BY_ORDER' })
          }
        />
        <Check
          label={t('together')}
          checked={run.optimize !== null}
          onChange={({ target }) =>
            onChange({
              ...run,
              optimize: target.checked ? { tiers: 'STRICT', pricePerStep: 0, again: null } : null,
            })
          }
        />
      </div>
    </div>
  );
}
