// The value of a filter, sort or action: a number, a word, some of several.

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useServerWords } from '../../text/server-words.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Select } from '../../ui/select.tsx';
import type { Option } from '../../ui/select.tsx';
import type { Arg, CatalogueUnit } from './rules-document.ts';

interface ArgProps {
  readonly arg: CatalogueUnit['args'][number];
  /** The unit it is of, for readers. */
  readonly of: string;
  readonly value: Arg;
  readonly onChange: ((value: Arg) => void) | null;
}

export function ArgField({ arg, of, value, onChange }: ArgProps): ReactNode {
  const words = useServerWords();
  const label = `${of}: ${words.phrase(arg.label)}`;
  if (onChange === null) return <code>{textOf(value)}</code>;
  if (arg.name === 'group' || arg.name === 'groups') {
    return <GroupField arg={arg} label={label} value={value} onChange={onChange} />;
  }
  switch (arg.kind) {
    case 'number':
      return (
        <input
          className="input units__number"
          type="number"
          aria-label={label}
          title={words.phrase(arg.label)}
          value={typeof value === 'number' ? value : ''}
          min={arg.min ?? undefined}
          max={arg.max ?? undefined}
          onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
        />
      );
    case 'choice':
      return (
        <Select
          label={label}
          value={textOf(value)}
          options={choicesOf(arg.choices, words.phrase)}
          onChange={onChange}
        />
      );
    case 'choices':
      return (
        <Combobox
          label={label}
          placeholder={words.phrase(arg.label)}
          options={choicesOf(arg.choices, words.phrase)}
          chosen={listOf(value)}
          onChange={(chosen) => onChange([...chosen])}
        />
      );
    case 'text':
    case 'texts':
      return <TextArg label={label} value={value} kind={arg.kind} onChange={onChange} />;
  }
}

function choicesOf(
  choices: readonly string[],
  phrase: (english: string) => string,
): Option<string>[] {
  return choices.map((value) => {
    const plain = value.replaceAll('_', ' ').toLowerCase();
    return { value, label: phrase(plain) };
  });
}

interface EditProps {
  readonly label: string;
  readonly value: Arg;
  readonly onChange: (value: Arg) => void;
}

/** Several words are written with commas between. */
function TextArg({
  label,
  value,
  kind,
  onChange,
}: EditProps & { readonly kind: 'text' | 'texts' }): ReactNode {
  return (
    <input
      className="input units__text"
      aria-label={label}
      placeholder={label.split(': ').at(-1)}
      defaultValue={textOf(value)}
      onBlur={({ target }) =>
        onChange(
          kind === 'text'
            ? target.value.trim()
            : target.value
                .split(',')
                .map((word) => word.trim())
                .filter((word) => word !== ''),
        )
      }
    />
  );
}

function GroupField({ arg, label, value, onChange }: EditProps & Pick<ArgProps, 'arg'>): ReactNode {
  const words = useServerWords();
  const { data: groups = [] } = useQuery({
    queryKey: ['brokering', 'groups'],
    queryFn: async () => api.facilityGroups(),
  });
  return (
    <Combobox
      label={label}
      placeholder={words.phrase(arg.label)}
      single={arg.kind === 'text'}
      options={groups.map(({ id, name }) => ({ value: id, label: name }))}
      chosen={listOf(value)}
      onChange={(chosen) => onChange(arg.kind === 'text' ? (chosen[0] ?? '') : [...chosen])}
    />
  );
}

function listOf(value: Arg): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string' && one !== '');
}

function textOf(value: Arg): string {
  if (Array.isArray(value)) return listOf(value).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
