// A new key, shown once.

import { ROLES } from '@sendsale/api';
import type { Role } from '@sendsale/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { APP_TEXT } from '../../app/text.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import { Dialog, FormDialog } from '../../ui/dialog.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { KEYS_KEY } from './keys-key.ts';
import { ACCESS_TEXT } from './text.ts';

export function CreateKeyDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText(ACCESS_TEXT);
  const words = useText(APP_TEXT);
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role | 'EVERYTHING'>('EVERYTHING');
  const create = useMutation({
    mutationFn: async () => api.createApiKey({ name, role: role === 'EVERYTHING' ? null : role }),
    onSuccess: async () => client.invalidateQueries({ queryKey: KEYS_KEY }),
  });
  if (create.data !== undefined) {
    return (
      <Dialog open onClose={onClose} title={t('keyShown')} description={t('keyShownMore')}>
        <Code text={create.data.key} label={t('keyShown')} />
        <div className="dialog__actions">
          <Button variant="primary" onClick={onClose}>
            {t('done')}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <FormDialog
      onClose={onClose}
      title={t('createKey')}
      action={t('createKey')}
      busy={create.isPending}
      onSubmit={() => create.mutate()}
    >
      <TextField
        label={t('keyName')}
        hint={t('keyNameHint')}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Field label={t('keyRole')}>
        {(control) => (
          <Select
            {...control}
            value={role}
            onChange={setRole}
            options={[
              { value: 'EVERYTHING', label: t('everything') },
              ...ROLES.map((one) => ({ value: one, label: words(one) })),
            ]}
          />
        )}
      </Field>
    </FormDialog>
  );
}
