// One of a few words.

import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import type { ControlProps } from './field.tsx';
import { STYLE_NONCE } from './nonce.ts';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface SelectProps<Value extends string> extends Partial<ControlProps> {
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  /** Said where no label stands beside it. */
  readonly label?: string;
  readonly quiet?: boolean;
}

// Radix takes no empty value; ours may well be.
const PREFIX = 'v:';

export function Select<Value extends string>(props: SelectProps<Value>): ReactNode {
  const { value, options, onChange, label, quiet = false, ...control } = props;
  const choose = (chosen: string): void => {
    const option = options.find((one) => PREFIX + one.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <Radix.Root value={PREFIX + value} onValueChange={choose}>
      <Radix.Trigger
        className={`button select ${quiet ? 'select--quiet' : ''}`}
        aria-label={label}
        {...control}
      >
        <Radix.Value />
        <ChevronDown size={14} aria-hidden />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="float" position="popper" sideOffset={4}>
          <Radix.Viewport {...(STYLE_NONCE === null ? {} : { nonce: STYLE_NONCE })}>
            {options.map((option) => (
              <Radix.Item key={option.value} value={PREFIX + option.value} className="float__item">
                <span className="float__tick">
                  <Radix.ItemIndicator>
                    <Check size={14} aria-hidden />
                  </Radix.ItemIndicator>
                </span>
                <Radix.ItemText>{option.label}</Radix.ItemText>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
