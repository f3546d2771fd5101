// What a shipment counts as, and how long a rejection is remembered.

import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import type { Rules } from './rules-document.ts';
import { BROKERING_TEXT } from './text.ts';

interface CostsProps {
  readonly rules: Rules;
  readonly onChange: ((rules: Rules) => void) | null;
}

const COSTS = ['perShipment', 'perUnit', 'perRejection', 'unfilledPerUnit'] as const;
const DAYS = ['notHereDays', 'historyDays'] as const;

export function CostsEditor({ rules, onChange }: CostsProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  return (
    <Card title={t('costs')}>
      <div className="halves">
        {COSTS.map((name) => (
          <NumberField
            key={name}
            label={t(name)}
            value={rules.costs[name]}
            step={0.01}
            onChange={
              onChange &&
              ((value) => onChange({ ...rules, costs: { ...rules.costs, [name]: value } }))
            }
          />
        ))}
        {DAYS.map((name) => (
          <NumberField
            key={name}
            label={t(name)}
            value={rules[name]}
            step={1}
            onChange={onChange && ((value) => onChange({ ...rules, [name]: value }))}
          />
        ))}
      </div>
    </Card>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number;
  readonly step: number;
  readonly onChange: ((value: number) => void) | null;
}

function NumberField({ label, value, step, onChange }: NumberProps): ReactNode {
  return (
    <TextField
      label={label}
      type="number"
      min={0}
      step={step}
      value={value}
      readOnly={onChange === null}
      onChange={({ target }) => onChange?.(Number(target.value))}
    />
  );
}
