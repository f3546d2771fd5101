// What a person can do about problems: retry, take them on, note, settle with a reason.

import type { ChosenProblems } from '@sendsale/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CheckCheck, Ellipsis, NotebookPen, RotateCcw, UserCheck, UserX } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../text/use-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ConfirmDialog, FormDialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Menu } from '../../ui/menu.tsx';
import { say } from '../../ui/toasts.tsx';
import { PROBLEMS_TEXT } from './text.ts';

interface ActButtonsProps {
  readonly chosen: ChosenProblems;
  /** How many problems that are. */
  readonly count: number;
}

export function ActButtons({ chosen, count }: ActButtonsProps): ReactNode {
  const t = useText(PROBLEMS_TEXT);
  const { may, person } = useSession();
  const [open, setOpen] = useState<'NOTE' | 'SETTLE' | null>(null);
  const retry = useAct(async () => api.retryProblems({ chosen }), {
    text: (problems) => t('retried', { count: problems }),
  });
  const assign = useAct(async () => api.assignProblems({ chosen, to: person.name }), {
    text: () => t('assignedDone'),
  });
  const unassign = useAct(async () => api.assignProblems({ chosen, to: null }), {
    text: () => t('unassignedDone'),
  });
  const settle = useAct(async (reason: string) => api.settleProblems({ chosen, reason }), {
    text: (problems) => t('settled', { count: problems }),
    after: () => setOpen(null),
  });
  if (!may('problems.change')) return null;
  return (
    <>
      <Button
        variant="primary"
        icon={RotateCcw}
        busy={retry.isPending}
        onClick={() => retry.mutate(undefined)}
      >
        {t('retryAll', { count })}
      </Button>
      <Button icon={UserCheck} busy={assign.isPending} onClick={() => assign.mutate(undefined)}>
        {t('assignToMe')}
      </Button>
      <Menu
        trigger={<IconButton icon={Ellipsis} variant="default" label={t('more')} />}
        groups={[
          [
            { label: t('note'), icon: NotebookPen, onSelect: () => setOpen('NOTE') },
            { label: t('unassign'), icon: UserX, onSelect: () => unassign.mutate(undefined) },
          ],
          [
            {
              label: t('settle'),
              icon: CheckCheck,
              danger: true,
              onSelect: () => setOpen('SETTLE'),
            },
          ],
        ]}
      />
      {open === 'NOTE' && <NoteDialog chosen={chosen} onClose={() => setOpen(null)} />}
      <ConfirmDialog
        open={open === 'SETTLE'}
        onClose={() => setOpen(null)}
        title={t('settle')}
        description={t('settleMore')}
        reasonLabel={t('settleReason')}
        action={t('settle')}
        danger
        busy={settle.isPending}
        onConfirm={(reason) => settle.mutate(reason)}
      />
    </>
  );
}

interface ActEnd {
  readonly text: (problems: number) => string;
  readonly after?: () => void;
}

/** An act on problems: says what it did, and everything shown of problems is read again. */
function useAct<Input>(act: (input: Input) => Promise<{ problems: number }>, end: ActEnd) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async ({ problems }) => {
      say({ tone: 'good', text: end.text(problems) });
      end.after?.();
      await client.invalidateQueries({ queryKey: ['problems'] });
    },
  });
}

interface NoteDialogProps {
  readonly chosen: ChosenProblems;
  readonly onClose: () => void;
}

function NoteDialog({ chosen, onClose }: NoteDialogProps): ReactNode {
  const t = useText(PROBLEMS_TEXT);
  const [text, setText] = useState('');
  const note = useAct(async () => api.noteProblems({ chosen, text }), {
    text: () => t('noted'),
    after: onClose,
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('note')}
      action={t('save')}
      busy={note.isPending}
      onSubmit={() => note.mutate(undefined)}
    >
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        maxLength={2000}
        required
      />
    </FormDialog>
  );
}
