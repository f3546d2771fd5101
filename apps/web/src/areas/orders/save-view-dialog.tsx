// A name for the filters as they stand.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { FormDialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import type { OrderSearch } from './order-search.ts';
import { ORDERS_TEXT } from './text.ts';
import { VIEWS_KEY, VIEWS_PAGE } from './views-key.ts';

interface SaveProps {
  readonly search: OrderSearch;
  readonly onClose: () => void;
}

export function SaveViewDialog({ search, onClose }: SaveProps): ReactNode {
  const t = useText(ORDERS_TEXT);
  const client = useQueryClient();
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: async () => api.saveView(VIEWS_PAGE, { name, query: { ...search } }),
    onSuccess: (views) => {
      client.setQueryData(VIEWS_KEY, views);
      onClose();
    },
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('saveView')}
      action={t('save')}
      busy={save.isPending}
      onSubmit={() => save.mutate()}
    >
      <TextField
        label={t('viewName')}
        required
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </FormDialog>
  );
}
