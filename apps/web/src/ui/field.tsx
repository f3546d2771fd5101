// A label with its control, a hint and what is wrong with it, tied together for readers.

import { Search } from 'lucide-react';
import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Gets what ties the control to the label and the texts below. */
  readonly children: (control: ControlProps) => ReactNode;
}

export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

export function Field({ label, hint, error, children }: FieldProps): ReactNode {
  const id = useId();
  const described = error ?? hint;
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        ...(described === undefined ? {} : { 'aria-describedby': `${id}-more` }),
        ...(error === undefined ? {} : { 'aria-invalid': true }),
      })}
      {described !== undefined && (
        <span id={`${id}-more`} className={error === undefined ? 'field__hint' : 'field__error'}>
          {described}
        </span>
      )}
    </div>
  );
}

type TextFieldProps = Omit<FieldProps, 'children'> & Omit<ComponentProps<'input'>, 'className'>;

export function TextField({ label, hint, error, ...input }: TextFieldProps): ReactNode {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <input className="input" {...input} {...control} />}
    </Field>
  );
}

type TextAreaProps = Omit<FieldProps, 'children'> & Omit<ComponentProps<'textarea'>, 'className'>;

export function TextArea({ label, hint, error, ...area }: TextAreaProps): ReactNode {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <textarea className="input" rows={4} {...area} {...control} />}
    </Field>
  );
}

interface SearchProps extends Omit<ComponentProps<'input'>, 'className'> {
  readonly label: string;
}

export function SearchInput({ label, ...input }: SearchProps): ReactNode {
  return (
    <div className="search">
      <Search size={16} aria-hidden />
      <input className="input" type="search" aria-label={label} placeholder={label} {...input} />
    </div>
  );
}

interface CheckProps extends Omit<ComponentProps<'input'>, 'className' | 'type'> {
  readonly label: ReactNode;
}

export function Check({ label, ...input }: CheckProps): ReactNode {
  return (
    <label className="check">
      <input type="checkbox" {...input} />
      <span>{label}</span>
    </label>
  );
}
