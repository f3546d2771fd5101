// Adding or changing one setting.

import type { SettingFault, SettingRow } from '@sendsale/api';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { FormDialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useSaveRows } from './save-rows.ts';
import { SETTINGS_TEXT } from './text.ts';

interface SettingDialogProps {
  readonly setting: SettingRow;
  readonly sections: readonly string[];
  readonly onClose: () => void;
}

export function SettingDialog({ setting, sections, onClose }: SettingDialogProps): ReactNode {
  const t = useText(SETTINGS_TEXT);
  const listId = useId();
  const [draft, setDraft] = useState(setting);
  const [faults, setFaults] = useState<readonly SettingFault[]>([]);
  const save = useSaveRows((found) => {
    setFaults(found);
    if (found.length === 0) onClose();
  });
  const isNew = setting.section === '';
  const field = (name: keyof SettingRow, more: object = {}): ReactNode => (
    <TextField
      label={t(name)}
      value={draft[name]}
      onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
      required
      {...more}
    />
  );
  const fixed = isNew ? {} : { readOnly: true };
  return (
    <FormDialog
      onClose={onClose}
      title={isNew ? t('add') : t('edit')}
      action={t('save')}
      busy={save.isPending}
      onSubmit={() => save.mutate([draft])}
    >
      <datalist id={listId}>
        {sections.map((section) => (
          <option key={section} value={section} />
        ))}
      </datalist>
      {field('section', { list: listId, ...fixed })}
      {field('key', fixed)}
      {field('shop', { hint: t('shopHint'), ...fixed })}
      {field('value', { autoFocus: !isNew })}
      {faults.map(({ code, message }) => (
        <p key={code} className="notice notice--bad" role="alert">
          {message}
        </p>
      ))}
    </FormDialog>
  );
}
