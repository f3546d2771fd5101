// The command palette: every page and action by its name, and any order by its number.

import { useNavigate } from '@tanstack/react-router';
import { Keyboard, LogOut, PackageSearch, SunMoon } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useMemo, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { fillText } from '../text/define-text.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import type { NavEntry } from './area.ts';
import { useSignOut } from './sign-out.ts';
import { switchTheme } from './theme.ts';
import { useSession } from './session.tsx';
import { APP_TEXT } from './text.ts';

interface PaletteProps {
  readonly onClose: () => void;
  readonly entries: readonly NavEntry[];
  readonly openSheet: () => void;
}

interface Command {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly keys?: string;
  readonly run: () => void;
}

export function Palette(props: PaletteProps): ReactNode {
  const t = useText(APP_TEXT);
  const { onClose } = props;
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content className="dialog palette" aria-describedby={undefined}>
          <Dialog.Title className="for-readers">{t('search')}</Dialog.Title>
          <PaletteBody {...props} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody({ onClose, entries, openSheet }: PaletteProps): ReactNode {
  const t = useText(APP_TEXT);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const commands = useCommands({ entries, openSheet, typed: typed.trim() });
  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      setActive((active + step + commands.length) % Math.max(1, commands.length));
    } else if (event.key === 'Enter') run(commands[active]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className="palette__input"
        role="combobox"
        aria-label={t('search')}
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={commands.length > 0 ? `command-${active}` : undefined}
        placeholder={t('search')}
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette__list" role="listbox" id="palette-list" aria-label={t('actions')}>
        {commands.map((command, index) => (
          <div
            key={command.id}
            id={`command-${index}`}
            role="option"
            aria-selected={index === active}
            data-active={index === active}
            className="float__item"
            onClick={() => run(command)}
            onPointerMove={() => setActive(index)}
          >
            <command.icon size={16} aria-hidden />
            {command.label}
            {command.keys !== undefined && (
              <span className="float__keys row" style={{ gap: 2 }}>
                {command.keys.split(' ').map((key) => (
                  <kbd key={key} className="key">
                    {key.toUpperCase()}
                  </kbd>
                ))}
              </span>
            )}
          </div>
        ))}
      </div>
      {commands.length === 0 && <p className="grid__more">{t('noCommand')}</p>}
    </>
  );
}

function useCommands({
  entries,
  openSheet,
  typed,
}: Pick<PaletteProps, 'entries' | 'openSheet'> & { readonly typed: string }): readonly Command[] {
  const t = useText(APP_TEXT);
  const language = useLanguage();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { may } = useSession();
  return useMemo(() => {
    const all: readonly Command[] = [
      ...entries.map(({ to, icon, label, key }) => ({
        id: to,
        label: fillText(label[language], language),
        icon,
        keys: `g ${key}`,
        run: () => void navigate({ to }),
      })),
      { id: 'theme', label: t('switchTheme'), icon: SunMoon, run: switchTheme },
      { id: 'sheet', label: t('shortcuts'), icon: Keyboard, keys: '?', run: openSheet },
      { id: 'out', label: t('signOut'), icon: LogOut, run: signOut },
    ];
    const found = all.filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()));
    if (typed === '' || !may('orders.read')) return found;
    const order: Command = {
      id: 'order',
      label: t('findOrder', { name: typed }),
      icon: PackageSearch,
      run: () => void navigate({ to: '/orders', search: { q: typed } }),
    };
    // A number means an order; words mean a page first.
    return /\d/.test(typed) ? [order, ...found] : [...found, order];
  }, [entries, language, may, navigate, openSheet, signOut, t, typed]);
}
