// One rule: a line that says what it does, and opened, its filters, sorts and actions to change where they stand.

import type { BrokeringCatalogue } from '@sendsale/api';
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useServerWords } from '../../text/server-words.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Check, Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { CatalogueUnit, Rule } from './rules-document.ts';
import { BROKERING_TEXT } from './text.ts';
import { Units } from './units.tsx';

interface RuleProps {
  readonly rule: Rule;
  readonly place: number;
  readonly count: number;
  readonly catalogue: BrokeringCatalogue;
  readonly onChange: ((rule: Rule) => void) | null;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function RuleEditor(props: RuleProps): ReactNode {
  const { rule, place, count, onChange, onMove, onRemove } = props;
  const t = useText(BROKERING_TEXT);
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="rules__rule">
      <div className="rules__head">
        <button
          type="button"
          className="rules__open"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <ChevronDown size={15} aria-hidden /> : <ChevronRight size={15} aria-hidden />}
          <span className="rules__place">{place + 1}</span>
          <span className="strong">{rule.name}</span>
          {!rule.active && <Badge>{t('off')}</Badge>}
          <RuleSummary {...props} />
        </button>
        {onChange !== null && (
          <span className="rules__end">
            <IconButton
              icon={ArrowUp}
              label={`${t('up')}: ${rule.name}`}
              disabled={place === 0}
              onClick={() => onMove(-1)}
            />
            <IconButton
              icon={ArrowDown}
              label={`${t('down')}: ${rule.name}`}
              disabled={place === count - 1}
              onClick={() => onMove(1)}
            />
            <IconButton
              icon={Trash2}
              label={`${t('remove')}: ${rule.name}`}
              disabled={count === 1}
              onClick={onRemove}
            />
          </span>
        )}
      </div>
      {isOpen && <RuleFields {...props} />}
    </li>
  );
}

function RuleSummary({ rule, catalogue }: RuleProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  const { phrase } = useServerWords();
  const labels = (units: readonly { readonly code: string }[], known: readonly CatalogueUnit[]) =>
    units.map(({ code }) => phrase(known.find((one) => one.code === code)?.label ?? code));
  const parts = [
    rule.filters
      .map(({ code, exclude }) => {
        const [label = code] = labels([{ code }], catalogue.inventoryFilters);
        return exclude ? `${t('not')} ${label}` : label;
      })
      .join(', '),
    t(rule.assignment),
    labels(rule.sorts, catalogue.facilitySorts).join(', '),
  ];
  return <span className="faint cut">{parts.filter((part) => part !== '').join(' · ')}</span>;
}

function RuleFields({ rule, catalogue, onChange }: RuleProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  return (
    <div className="stack stack--wide rules__fields">
      {onChange !== null && <RuleBasics rule={rule} onChange={onChange} />}
      <Units
        title={t('mayShip')}
        empty={t('anyFacility')}
        addLabel={t('addFilter')}
        units={rule.filters}
        catalogue={catalogue.inventoryFilters}
        make={(unit) => ({ ...unit, exclude: false })}
        onChange={onChange && ((filters) => onChange({ ...rule, filters }))}
      />
      <div className="halves">
        <Units
          title={t('inOrderOf')}
          empty={t('noSort')}
          addLabel={t('addSort')}
          isOrdered
          units={rule.sorts}
          catalogue={catalogue.facilitySorts}
          make={(unit) => unit}
          onChange={onChange && ((sorts) => onChange({ ...rule, sorts }))}
        />
        <Units
          title={t('whatIsLeft')}
          empty={t('staysWaiting')}
          addLabel={t('addAction')}
          isOrdered
          units={rule.actions}
          catalogue={catalogue.actions}
          make={(unit) => unit}
          onChange={onChange && ((actions) => onChange({ ...rule, actions }))}
        />
      </div>
    </div>
  );
}

interface BasicsProps {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
}

function RuleBasics({ rule, onChange }: BasicsProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  return (
    <div className="halves">
      <TextField
        label={t('name')}
        value={rule.name}
        onChange={({ target }) => onChange({ ...rule, name: target.value })}
      />
      <Field label={t('allocates')}>
        {(control) => (
          <Select
            {...control}
            value={rule.assignment}
            options={[
              { value: 'SINGLE', label: t('SINGLE') },
              { value: 'MULTI', label: t('MULTI') },
            ]}
            onChange={(assignment) => onChange({ ...rule, assignment })}
          />
        )}
      </Field>
      <div className="stack">
        <Check
          label={t('active')}
          checked={rule.active}
          onChange={({ target }) => onChange({ ...rule, active: target.checked })}
        />
        <Check
          label={t('partial')}
          checked={rule.partial}
          onChange={({ target }) => onChange({ ...rule, partial: target.checked })}
        />
        {rule.assignment === 'MULTI' && (
          <Check
            label={t('fewest')}
            checked={rule.spread === 'FEWEST'}
            onChange={({ target }) =>
              onChange({ ...rule, spread: target.checked ? 'FEWEST' : 'IN_ORDER' })
            }
          />
        )}
      </div>
    </div>
  );
}
