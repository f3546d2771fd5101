// A batch: which orders it takes and in what order, and the rules they walk through.

import type { BrokeringCatalogue } from '@sendsale/api';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Check, TextField } from '../../ui/field.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { moved, newRule, removed, replaced } from './rules-document.ts';
import type { Batch } from './rules-document.ts';
import { BROKERING_TEXT } from './text.ts';
import { Units } from './units.tsx';

interface BatchProps {
  readonly batch: Batch;
  readonly place: number;
  readonly count: number;
  readonly taken: readonly string[];
  readonly catalogue: BrokeringCatalogue;
  readonly onChange: ((batch: Batch) => void) | null;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function BatchEditor(props: BatchProps): ReactNode {
  const { batch, taken, catalogue, onChange } = props;
  const t = useText(BROKERING_TEXT);
  const setRules = (rules: Batch['rules']): void => onChange?.({ ...batch, rules });
  return (
    <li className="rules__batch">
      <BatchHead {...props} />
      <details className="rules__settings">
        <summary className="soft">
          {t('whichOrders')} <BatchSummary batch={batch} catalogue={catalogue} />
        </summary>
        <BatchFields {...props} />
      </details>
      <ol className="rules">
        {batch.rules.map((rule, index) => (
          <RuleEditor
            key={rule.code}
            rule={rule}
            place={index}
            count={batch.rules.length}
            catalogue={catalogue}
            onChange={onChange && ((next) => setRules(replaced(batch.rules, index, next)))}
            onMove={(step) => setRules(moved(batch.rules, index, step))}
            onRemove={() => setRules(removed(batch.rules, index))}
          />
        ))}
      </ol>
      {onChange !== null && (
        <Button
          variant="ghost"
          icon={Plus}
          onClick={() => setRules([...batch.rules, newRule(t('newRule'), taken)])}
        >
          {t('addRule')}
        </Button>
      )}
    </li>
  );
}

function BatchHead({ batch, place, count, onChange, onMove, onRemove }: BatchProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  return (
    <div className="rules__head">
      <h3>{batch.name}</h3>
      {!batch.active && <Badge>{t('off')}</Badge>}
      {onChange !== null && (
        <span className="rules__end">
          <IconButton
            icon={ArrowUp}
            label={`${t('up')}: ${batch.name}`}
            disabled={place === 0}
            onClick={() => onMove(-1)}
          />
          <IconButton
            icon={ArrowDown}
            label={`${t('down')}: ${batch.name}`}
            disabled={place === count - 1}
            onClick={() => onMove(1)}
          />
          <IconButton icon={Trash2} label={`${t('remove')}: ${batch.name}`} onClick={onRemove} />
        </span>
      )}
    </div>
  );
}

type SummaryProps = Pick<BatchProps, 'batch' | 'catalogue'>;

function BatchSummary({ batch }: SummaryProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  return (
    <span className="faint">
      {batch.filters.length === 0 ? t('allOrders') : t('filters', { count: batch.filters.length })}
    </span>
  );
}

function BatchFields({ batch, catalogue, onChange }: BatchProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  return (
    <div className="stack stack--wide rules__fields">
      {onChange !== null && (
        <div className="halves">
          <TextField
            label={t('name')}
            value={batch.name}
            onChange={({ target }) => onChange({ ...batch, name: target.value })}
          />
          <Check
            label={t('active')}
            checked={batch.active}
            onChange={({ target }) => onChange({ ...batch, active: target.checked })}
          />
        </div>
      )}
      <div className="halves">
        <Units
          title={t('takes')}
          empty={t('allOrders')}
          addLabel={t('addFilter')}
          units={batch.filters}
          catalogue={catalogue.orderFilters}
          make={(unit) => ({ ...unit, exclude: false })}
          onChange={onChange && ((filters) => onChange({ ...batch, filters }))}
        />
        <Units
          title={t('inOrderOf')}
          empty={t('oldestFirst')}
          addLabel={t('addSort')}
          isOrdered
          units={batch.sorts}
          catalogue={catalogue.orderSorts}
          make={(unit) => unit}
          onChange={onChange && ((sorts) => onChange({ ...batch, sorts }))}
        />
      </div>
    </div>
  );
}
