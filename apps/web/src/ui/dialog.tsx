// Dialogs: a sheet from below on a phone, a card in the middle elsewhere. Esc closes, focus stays inside and returns.

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import { Button, IconButton } from './button.tsx';
import { useMessageOf } from './error-screen.tsx';
import { TextField } from './field.tsx';
import { UI_TEXT } from './text.ts';
import { Form } from './form.tsx';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function Dialog(props: DialogProps): ReactNode {
  const { open, onClose, title, description, wide = false, children } = props;
  const t = useText(UI_TEXT);
  return (
    <Radix.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          className={`dialog ${wide ? 'dialog--wide' : ''}`}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <div className="row row--apart">
            <Radix.Title>{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton icon={X} label={t('close')} />
            </Radix.Close>
          </div>
          {description !== undefined && (
            <Radix.Description className="soft">{description}</Radix.Description>
          )}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface FormDialogProps extends Omit<DialogProps, 'open'> {
  readonly open?: boolean;
  /** What the button says: the verb. */
  readonly action: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly disabled?: boolean;
  /** Why the last try failed, said above the buttons; null: it did not, or is said elsewhere. */
  readonly error?: unknown;
  readonly onSubmit: () => void;
}

/** A form to fill in, the one button that sends it, and the way back. */
export function FormDialog(props: FormDialogProps): ReactNode {
  const { open = true, action, danger = false, busy, disabled = false, error = null } = props;
  const { onClose, onSubmit, children, ...frame } = props;
  const t = useText(UI_TEXT);
  const said = useMessageOf();
  return (
    <Dialog {...frame} open={open} onClose={onClose}>
      <Form onSubmit={onSubmit}>
        {children}
        {error !== null && (
          <p className="notice notice--bad" role="alert">
            {said(error)}
          </p>
        )}
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('back')}</Button>
          <Button
            type="submit"
            variant={danger ? 'danger' : 'primary'}
            busy={busy}
            disabled={disabled}
          >
            {action}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

interface ConfirmProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description: string;
  /** What the button says: the verb. */
  readonly action: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  /** Asks for a reason under this label; it must not be empty. */
  readonly reasonLabel?: string;
  readonly onConfirm: (reason: string) => void;
}

/** Asks once more before something that cannot be taken back, with the reason where one is needed. */
export function ConfirmDialog({ reasonLabel, onConfirm, ...form }: ConfirmProps): ReactNode {
  const [reason, setReason] = useState('');
  return (
    <FormDialog {...form} onSubmit={() => onConfirm(reason.trim())}>
      {reasonLabel !== undefined && (
        <TextField
          label={reasonLabel}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          maxLength={200}
          required
        />
      )}
    </FormDialog>
  );
}
