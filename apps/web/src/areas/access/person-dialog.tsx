// Adding and changing a person. When somebody else changed the person in between, both versions are shown.

import { ROLE_DEFINITIONS, ROLES } from '@sendsale/api';
import type { PersonView, Role, SavePersonRequest } from '@sendsale/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { usePlaces } from '../../api/places.ts';
import { APP_TEXT } from '../../app/text.ts';
import { useText } from '../../text/use-text.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { FormDialog } from '../../ui/dialog.tsx';
import { ConflictDialog } from '../../ui/conflict-dialog.tsx';
import { kindOf } from '../../ui/error-screen.tsx';
import { Check, TextField } from '../../ui/field.tsx';
import { say } from '../../ui/toasts.tsx';
import { ACCESS_TEXT } from './text.ts';

interface PersonDialogProps {
  /** null: somebody new. */
  readonly person: PersonView | null;
  readonly onClose: () => void;
}

type Draft = Required<Pick<SavePersonRequest, 'email' | 'name' | 'disabled'>> & {
  readonly roles: readonly Role[];
  readonly facilityIds: readonly string[];
  readonly password: string;
};

export function PersonDialog({ person, onClose }: PersonDialogProps): ReactNode {
  const t = useText(ACCESS_TEXT);
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => draftOf(person));
  const [base, setBase] = useState(person);
  const change = (parts: Partial<Draft>): void => setDraft({ ...draft, ...parts });
  const save = useMutation({
    mutationFn: async () => {
      const body = requestOf(draft, base?.revision ?? null);
      return base === null ? api.addPerson(body) : api.savePerson(base.id, body);
    },
    meta: { showsErrors: true },
    onSuccess: async ({ name }) => {
      say({ tone: 'good', text: t('saved', { name }) });
      await client.invalidateQueries({ queryKey: ['audit', 'people'] });
      onClose();
    },
  });
  // Only a change of the record itself is a conflict to compare; an address that is taken is a fault of the form.
  const isConflict = save.isError && kindOf(save.error) === 'CONFLICT' && isChanged(save.error);
  const compare = async (): Promise<void> => {
    const people = await api.people();
    setBase(people.find(({ id }) => id === base?.id) ?? base);
    save.reset();
  };
  const title = person === null ? t('addPerson') : t('editPerson', { name: person.name });
  return (
    <FormDialog
      onClose={onClose}
      title={title}
      action={t('save')}
      busy={save.isPending}
      disabled={draft.roles.length === 0}
      error={isConflict ? null : save.error}
      onSubmit={() => save.mutate()}
    >
      <PersonFields draft={draft} change={change} isNew={person === null} />
      <ConflictDialog
        error={isConflict ? save.error : null}
        onClose={() => save.reset()}
        onReload={() => void compare()}
      />
    </FormDialog>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly change: (parts: Partial<Draft>) => void;
  readonly isNew: boolean;
}

function PersonFields({ draft, change, isNew }: FieldsProps): ReactNode {
  const t = useText(ACCESS_TEXT);
  const role = useText(APP_TEXT);
  const { facilities } = usePlaces();
  const seesAll = draft.roles.some((one) => ROLE_DEFINITIONS[one].sees === 'ALL');
  const toggle = (one: Role): void =>
    change({
      roles: draft.roles.includes(one)
        ? draft.roles.filter((other) => other !== one)
        : [...draft.roles, one],
    });
  return (
    <>
      <TextField
        label={t('name')}
        required
        maxLength={100}
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextField
        label={t('email')}
        type="email"
        required
        maxLength={200}
        value={draft.email}
        onChange={(event) => change({ email: event.target.value })}
      />
      <fieldset className="roles">
        <legend className="field__label">{t('roles')}</legend>
        {ROLES.map((one) => (
          <Check
            key={one}
            label={role(one)}
            checked={draft.roles.includes(one)}
            onChange={() => toggle(one)}
          />
        ))}
        {draft.roles.length === 0 && <p className="field__hint">{t('roleNeeded')}</p>}
      </fieldset>
      <div className="field">
        <span className="field__label">{t('facilities')}</span>
        <Combobox
          label={t('facilities')}
          placeholder={seesAll ? t('allFacilities') : t('ownFacilities')}
          options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={draft.facilityIds}
          onChange={(facilityIds) => change({ facilityIds })}
        />
      </div>
      <TextField
        label={isNew ? t('password') : t('passwordNew')}
        hint={isNew ? t('passwordFirst') : t('passwordHint')}
        type="password"
        autoComplete="new-password"
        required={isNew}
        minLength={12}
        value={draft.password}
        onChange={(event) => change({ password: event.target.value })}
      />
      <Check
        label={t('mayComeIn')}
        checked={!draft.disabled}
        onChange={(event) => change({ disabled: !event.target.checked })}
      />
    </>
  );
}

function draftOf(person: PersonView | null): Draft {
  return {
    name: person?.name ?? '',
    email: person?.email ?? '',
    roles: person?.roles ?? [],
    facilityIds: person?.facilityIds ?? [],
    password: '',
    disabled: person !== null && person.disabledAt !== null,
  };
}

function requestOf(draft: Draft, basedOn: number | null): SavePersonRequest {
  const { password, roles, facilityIds, ...rest } = draft;
  return {
    ...rest,
    roles: [...roles],
    facilityIds: [...facilityIds],
    basedOn,
    ...(password === '' ? {} : { password }),
  };
}

function isChanged(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'PERSON_CHANGED';
}
