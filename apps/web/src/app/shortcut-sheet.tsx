// The sheet with every key, behind `?`.

import type { ReactNode } from 'react';
import { fillText } from '../text/define-text.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Dialog } from '../ui/dialog.tsx';
import type { NavEntry } from './area.ts';
import { drawnKeys } from './shortcuts.ts';
import { APP_TEXT } from './text.ts';

interface SheetProps {
  readonly onClose: () => void;
  readonly entries: readonly NavEntry[];
}

export function ShortcutSheet({ onClose, entries }: SheetProps): ReactNode {
  const t = useText(APP_TEXT);
  const language = useLanguage();
  return (
    <Dialog open onClose={onClose} title={t('shortcuts')} wide>
      <div className="sheet">
        <section>
          <h3>{t('goTo')}</h3>
          {entries.map(({ key, label }) => (
            <Line key={key} keys={`g ${key}`} label={fillText(label[language], language)} />
          ))}
        </section>
        <section>
          <h3>{t('anywhere')}</h3>
          <Line keys="mod+k" label={t('openPalette')} />
          <Line keys="?" label={t('showShortcuts')} />
          <Line keys="esc" label={t('closeThing')} />
          <h3 style={{ marginTop: 16 }}>{t('inLists')}</h3>
          <Line keys="j k" label={t('moveInLists')} />
          <Line keys="enter" label={t('openRow')} />
        </section>
      </div>
    </Dialog>
  );
}

function Line({ keys, label }: { readonly keys: string; readonly label: string }): ReactNode {
  return (
    <div className="sheet__line">
      <span>{label}</span>
      <span className="row" style={{ gap: 4 }}>
        {drawnKeys(keys).map((key) => (
          <kbd key={key} className="key">
            {key}
          </kbd>
        ))}
      </span>
    </div>
  );
}
