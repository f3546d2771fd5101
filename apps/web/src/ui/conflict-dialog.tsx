// A change met somebody else's.

import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Differences } from './differences.tsx';
import type { Difference } from './differences.tsx';
import { kindOf, useMessageOf } from './error-screen.tsx';
import { UI_TEXT } from './text.ts';

interface ConflictProps {
  readonly error: unknown;
  readonly onClose: () => void;
  /** Reads what is there now; the person's version stays in the form. */
  readonly onReload: () => void;
  readonly reloadLabel?: string;
  /** What differs: name, what is there now, what the person wrote. */
  readonly differences?: readonly Difference[];
}

/** A change met somebody else's: says so, shows both, and lets the person decide. */
export function ConflictDialog({
  error,
  onClose,
  onReload,
  reloadLabel,
  differences = [],
}: ConflictProps): ReactNode {
  const t = useText(UI_TEXT);
  const said = useMessageOf();
  const isOpen = error !== null && error !== undefined && kindOf(error) === 'CONFLICT';
  return (
    <Dialog open={isOpen} onClose={onClose} title={t('conflict')} description={said(error)}>
      {differences.length > 0 && (
        <Differences heads={['', t('theirs'), t('yours')]} of={differences} />
      )}
      <div className="dialog__actions">
        <Button onClick={onClose}>{t('keepEditing')}</Button>
        <Button variant="primary" onClick={onReload}>
          {reloadLabel ?? t('reload')}
        </Button>
      </div>
    </Dialog>
  );
}
