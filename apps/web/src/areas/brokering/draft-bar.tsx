// What to do with changed rules: try them, save them as a version, or drop them. Somebody else's version in between is
// shown beside one's own.

import { ApiError } from '@sendsale/api';
import type { RulesVersionView } from '@sendsale/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FlaskConical, Save, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { FormDialog } from '../../ui/dialog.tsx';
import { Differences } from '../../ui/differences.tsx';
import { ConflictDialog } from '../../ui/conflict-dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { say } from '../../ui/toasts.tsx';
import { changesBetween } from './rules-document.ts';
import { BROKERING_TEXT } from './text.ts';
import type { Draft } from './use-draft.ts';

interface BarProps {
  readonly draft: Draft;
  readonly inForce: RulesVersionView;
  readonly onTry: () => void;
}

export function DraftBar({ draft, inForce, onTry }: BarProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  const client = useQueryClient();
  const [isSaving, setSaving] = useState(false);
  const save = useSave({ draft, saved: () => setSaving(false) });
  const isConflict = save.error instanceof ApiError && save.error.status === 409;
  return (
    <>
      <Button variant="ghost" icon={Undo2} onClick={draft.drop}>
        {t('drop')}
      </Button>
      <Button icon={FlaskConical} onClick={onTry}>
        {t('try')}
      </Button>
      <Button variant="primary" icon={Save} onClick={() => setSaving(true)}>
        {t('saveVersion')}
      </Button>
      {isSaving && !isConflict && (
        <SaveDialog
          draft={draft}
          error={save.error}
          busy={save.isPending}
          onClose={() => {
            setSaving(false);
            save.reset();
          }}
          onSave={(note) => save.mutate(note)}
        />
      )}
      <ConflictDialog
        error={save.error}
        differences={changesBetween(inForce.rules, draft.rules)}
        reloadLabel={t('takeTheirs')}
        onClose={() => {
          // Having seen both, one's own goes on top of theirs.
          draft.rebase(inForce);
          save.reset();
        }}
        onReload={() => {
          draft.drop();
          setSaving(false);
          save.reset();
          void client.invalidateQueries({ queryKey: ['brokering'] });
        }}
      />
    </>
  );
}

interface SaveOptions {
  readonly draft: Draft;
  readonly saved: () => void;
}

function useSave({ draft, saved }: SaveOptions) {
  const t = useText(BROKERING_TEXT);
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (note: string) =>
      api.saveBrokeringRules({ rules: draft.rules, note, basedOn: draft.base.version }),
    meta: { showsErrors: true },
    onSuccess: async (version) => {
      client.setQueryData(['brokering', 'rules'], version);
      draft.drop();
      saved();
      say({ tone: 'good', text: t('saved', { number: version.version }) });
      await client.invalidateQueries({ queryKey: ['brokering'] });
    },
    // What is in force now is what the two are compared with.
    onError: async () => client.invalidateQueries({ queryKey: ['brokering', 'rules'] }),
  });
}

interface SaveProps {
  readonly draft: Draft;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSave: (note: string) => void;
}

function SaveDialog({ draft, error, busy, onClose, onSave }: SaveProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  const [note, setNote] = useState('');
  return (
    <FormDialog
      onClose={onClose}
      title={t('saveTitle')}
      description={t('saveMore')}
      wide
      action={t('saveVersion')}
      busy={busy}
      error={error}
      onSubmit={() => onSave(note.trim())}
    >
      <Differences heads={[t('where'), t('before'), t('after')]} of={draft.changes} />
      <TextField
        label={t('note')}
        required
        maxLength={500}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
    </FormDialog>
  );
}
