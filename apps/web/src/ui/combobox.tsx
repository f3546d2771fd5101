// One or several of many: typing narrows the list, arrows and Enter choose.

import { Check, ChevronsUpDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { UI_TEXT } from './text.ts';
import { useText } from '../text/use-text.ts';
import type { Option } from './select.tsx';

interface ComboboxProps {
  readonly label: string;
  readonly options: readonly Option<string>[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** Choosing another replaces the first. */
  readonly single?: boolean;
  /** Said while nothing is chosen. */
  readonly placeholder?: string;
}

const SHOWN_MAX = 100;

export function Combobox(props: ComboboxProps): ReactNode {
  const { label, options, chosen, placeholder } = props;
  const [isOpen, setOpen] = useState(false);
  const names = options.filter(({ value }) => chosen.includes(value)).map((one) => one.label);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger
        className="button select"
        aria-label={`${label}: ${names.length === 0 ? (placeholder ?? label) : names.join(', ')}`}
      >
        <span className="cut">
          {names.length === 0 ? (placeholder ?? label) : names.join(', ')}
        </span>
        <ChevronsUpDown size={14} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="float" align="start" sideOffset={4}>
          <Choices {...props} close={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Choices({
  label,
  options,
  chosen,
  onChange,
  single = false,
  close,
}: ComboboxProps & { readonly close: () => void }): ReactNode {
  const t = useText(UI_TEXT);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const found = options
    .filter((one) => one.label.toLowerCase().includes(typed.toLowerCase()))
    .slice(0, SHOWN_MAX);
  const choose = (value: string | undefined): void => {
    if (value === undefined) return;
    if (single) {
      onChange([value]);
      close();
      return;
    }
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive(Math.max(0, Math.min(found.length - 1, active + step)));
    else if (event.key === 'Enter') choose(found[active]?.value);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className="float__search"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        placeholder={t('search')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={`${id}-list`} aria-label={label} aria-multiselectable={!single}>
        {found.map((option, index) => (
          <Choice
            key={option.value}
            id={`${id}-${index}`}
            label={option.label}
            isChosen={chosen.includes(option.value)}
            isActive={index === active}
            onChoose={() => choose(option.value)}
            onActive={() => setActive(index)}
          />
        ))}
      </div>
      {found.length === 0 && <p className="float__heading">{t('nothingFound')}</p>}
    </>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly isActive: boolean;
  readonly onChoose: () => void;
  readonly onActive: () => void;
}

function Choice({ id, label, isChosen, isActive, onChoose, onActive }: ChoiceProps): ReactNode {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      data-active={isActive}
      className="float__item"
      onClick={onChoose}
      onPointerMove={onActive}
    >
      <span className="float__tick">{isChosen && <Check size={14} aria-hidden />}</span>
      {label}
    </div>
  );
}
