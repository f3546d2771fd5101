// Adding or changing one setting.

import type { SettingFault, SettingRow } from '@sendsale/api';
import { useId, useState } from 'react';
import type { SubmitEvent, ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
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
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save.mutate([draft]);
  };
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
    <Dialog open onClose={onClose} title={isNew ? t('add') : t('edit')}>
      <form className="stack stack--wide" onSubmit={submit}>
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
        <div className="dialog__actions">
          <Button type="submit" variant="primary" busy={save.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
