// A list of filters, sorts or actions as sentences with their values in place: added from the catalogue, changed where
// they stand, moved where the order counts.

import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useServerWords } from '../../text/server-words.ts';
import { useText } from '../../text/use-text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Select } from '../../ui/select.tsx';
import { ArgField } from './arg-field.tsx';
import { moved, removed, replaced } from './rules-document.ts';
import type { Arg, CatalogueUnit, Filter, Unit } from './rules-document.ts';
import { BROKERING_TEXT } from './text.ts';

interface UnitsProps<U extends Unit> {
  readonly title: string;
  readonly units: readonly U[];
  readonly catalogue: readonly CatalogueUnit[];
  readonly empty: string;
  readonly addLabel: string;
  /** null: the person may look only. */
  readonly onChange: ((units: U[]) => void) | null;
  readonly make: (unit: Unit) => U;
  /** The order counts: sorts and actions. */
  readonly isOrdered?: boolean;
}

export function Units<U extends Unit>(props: UnitsProps<U>): ReactNode {
  const { title, units, catalogue, empty, addLabel, onChange, make, isOrdered = false } = props;
  const words = useServerWords();
  const add = (code: string | undefined): void => {
    const known = catalogue.find((one) => one.code === code);
    if (known === undefined || onChange === null) return;
    onChange([...units, make({ code: known.code, args: startOf(known) })]);
  };
  return (
    <fieldset className="units">
      <legend>{title}</legend>
      {units.length === 0 && <p className="faint">{empty}</p>}
      {units.map((unit, index) => (
        <OneUnit
          // The same unit may stand twice; its place is what it is.
          key={`${unit.code} ${index}`}
          unit={unit}
          known={catalogue.find(({ code }) => code === unit.code)}
          onChange={onChange && ((next) => onChange(replaced(units, index, next)))}
          onRemove={onChange && (() => onChange(removed(units, index)))}
          onMove={
            onChange && isOrdered && units.length > 1
              ? (step) => onChange(moved(units, index, step))
              : null
          }
        />
      ))}
      {onChange !== null && (
        <Combobox
          label={`${addLabel}: ${title}`}
          placeholder={addLabel}
          single
          chosen={[]}
          options={catalogue.map(({ code, label }) => ({
            value: code,
            label: words.phrase(label),
          }))}
          onChange={([code]) => add(code)}
        />
      )}
    </fieldset>
  );
}

/** What the catalogue says where nothing else is said; what must be said is empty. */
function startOf(unit: CatalogueUnit): Record<string, Arg> {
  return Object.fromEntries(
    unit.args.map(({ name, kind, fallback, min }) => {
      if (fallback !== null) return [name, fallback];
      if (kind === 'number') return [name, min ?? 1];
      return [name, kind === 'text' || kind === 'choice' ? '' : []];
    }),
  );
}

interface OneProps<U extends Unit> {
  readonly unit: U;
  readonly known: CatalogueUnit | undefined;
  readonly onChange: ((unit: U) => void) | null;
  readonly onRemove: (() => void) | null;
  readonly onMove: ((step: -1 | 1) => void) | null;
}

function OneUnit<U extends Unit>(props: OneProps<U>): ReactNode {
  const { unit, known, onChange, onRemove, onMove } = props;
  const t = useText(BROKERING_TEXT);
  const words = useServerWords();
  const label = words.phrase(known?.label ?? unit.code);
  return (
    <div className="units__one">
      {isFilter(unit) && (
        <Exclusion
          unit={unit}
          label={label}
          onChange={onChange && ((exclude) => onChange({ ...unit, exclude }))}
        />
      )}
      <span className="units__label">{label}</span>
      {known?.args.map((arg) => (
        <ArgField
          key={arg.name}
          arg={arg}
          of={label}
          value={unit.args[arg.name] ?? arg.fallback}
          onChange={
            onChange &&
            ((value) => onChange({ ...unit, args: { ...unit.args, [arg.name]: value } }))
          }
        />
      ))}
      <span className="units__end">
        {onMove !== null && (
          <>
            <IconButton icon={ArrowUp} label={`${t('up')}: ${label}`} onClick={() => onMove(-1)} />
            <IconButton
              icon={ArrowDown}
              label={`${t('down')}: ${label}`}
              onClick={() => onMove(1)}
            />
          </>
        )}
        {onRemove !== null && (
          <IconButton icon={X} label={`${t('remove')}: ${label}`} onClick={onRemove} />
        )}
      </span>
    </div>
  );
}

function isFilter(unit: Unit): unit is Filter {
  return 'exclude' in unit;
}

interface ExclusionProps {
  readonly unit: Filter;
  readonly label: string;
  readonly onChange: ((exclude: boolean) => void) | null;
}

function Exclusion({ unit, label, onChange }: ExclusionProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  if (onChange === null) return unit.exclude ? <span className="strong">{t('not')}</span> : null;
  return (
    <Select
      label={`${t('onlyOrNot')}: ${label}`}
      quiet
      value={unit.exclude ? 'NOT' : 'ONLY'}
      options={[
        { value: 'ONLY', label: t('only') },
        { value: 'NOT', label: t('not') },
      ]}
      onChange={(value) => onChange(value === 'NOT')}
    />
  );
}
