// The frame around every page: navigation by role, palette, shortcuts, what the connection does, and who may see what.

import { Link, useMatches, useNavigate } from '@tanstack/react-router';
import { Menu as MenuIcon, Search, WifiOff } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { ApiError } from '@sendsale/api';
import { useConnection, useLiveUpdates } from '../api/live.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { fillText } from '../text/define-text.ts';
import { Empty } from '../ui/empty.tsx';
import { ErrorScreen } from '../ui/error-screen.tsx';
import { NAVIGATION } from './areas.ts';
import type { NavEntry } from './area.ts';
import { Mark } from './mark.tsx';
import { PersonButton } from './person-button.tsx';
import { useSession } from './session.tsx';
import { drawnKeys, useShortcuts } from './shortcuts.ts';
import { APP_TEXT } from './text.ts';

// Loaded when they are first opened: nobody waits for them.
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const ShortcutSheet = lazy(async () => ({
  default: (await import('./shortcut-sheet.tsx')).ShortcutSheet,
}));

type Open = 'PALETTE' | 'SHEET' | null;

/** On a phone so many pages have a place below; the palette has the others. */
const BAR_MAX = 4;

export function Shell({ children }: { readonly children?: ReactNode }): ReactNode {
  useLiveUpdates();
  const { may } = useSession();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open>(null);
  const entries = useMemo(() => NAVIGATION.filter(({ permission }) => may(permission)), [may]);
  const shortcuts = useMemo(
    () => [
      { keys: 'mod+k', run: () => setOpen('PALETTE') },
      { keys: '/', run: () => setOpen('PALETTE') },
      { keys: '?', run: () => setOpen('SHEET') },
      ...entries.map(({ key, to }) => ({ keys: `g ${key}`, run: () => void navigate({ to }) })),
    ],
    [entries, navigate],
  );
  useShortcuts(shortcuts);
  return (
    <div className="shell">
      <Side
        entries={entries}
        openPalette={() => setOpen('PALETTE')}
        openSheet={() => setOpen('SHEET')}
      />
      <main className="main" id="main">
        <ConnectionBar />
        <PermittedPage hasPages={entries.length > 0}>{children}</PermittedPage>
      </main>
      <Bar entries={entries} openPalette={() => setOpen('PALETTE')} />
      <Suspense>
        {open === 'PALETTE' && (
          <Palette
            onClose={() => setOpen((now) => (now === 'PALETTE' ? null : now))}
            entries={entries}
            openSheet={() => setOpen('SHEET')}
          />
        )}
        {open === 'SHEET' && <ShortcutSheet onClose={() => setOpen(null)} entries={entries} />}
      </Suspense>
    </div>
  );
}

interface SideProps {
  readonly entries: readonly NavEntry[];
  readonly openPalette: () => void;
  readonly openSheet: () => void;
}

function Side({ entries, openPalette, openSheet }: SideProps): ReactNode {
  const t = useText(APP_TEXT);
  const language = useLanguage();
  return (
    <nav className="side" aria-label={t('navigation')}>
      <Link to="/" className="side__brand">
        <Mark /> Sendsale
      </Link>
      <button type="button" className="button side__search" onClick={openPalette}>
        <Search size={15} aria-hidden />
        <span className="cut">{t('search')}</span>
        <span className="float__keys row" style={{ gap: 2 }}>
          {drawnKeys('mod+k').map((key) => (
            <span key={key} className="key">
              {key}
            </span>
          ))}
        </span>
      </button>
      {entries.map(({ to, icon: Icon, label }) => (
        <Link key={to} to={to} className="side__link" activeProps={CURRENT}>
          <Icon size={17} aria-hidden />
          {fillText(label[language], language)}
        </Link>
      ))}
      <div className="side__end">
        <PersonButton openSheet={openSheet} />
      </div>
    </nav>
  );
}

const CURRENT = { 'aria-current': 'page' } as const;

function Bar({ entries, openPalette }: Omit<SideProps, 'openSheet'>): ReactNode {
  const t = useText(APP_TEXT);
  const language = useLanguage();
  return (
    <nav className="bar" aria-label={t('navigation')}>
      {entries.slice(0, BAR_MAX).map(({ to, icon: Icon, label }) => (
        <Link key={to} to={to} className="bar__item" activeProps={CURRENT}>
          <Icon size={20} aria-hidden />
          <span>{fillText(label[language], language)}</span>
        </Link>
      ))}
      <button type="button" className="bar__item" onClick={openPalette}>
        <MenuIcon size={20} aria-hidden />
        <span>{t('more')}</span>
      </button>
    </nav>
  );
}

function ConnectionBar(): ReactNode {
  const t = useText(APP_TEXT);
  if (useConnection() !== 'LOST') return null;
  return (
    <div className="connection" role="status">
      <WifiOff size={16} aria-hidden />
      {t('connectionLost')}
    </div>
  );
}

interface PermittedProps {
  readonly hasPages: boolean;
  readonly children: ReactNode;
}

function PermittedPage({ hasPages, children }: PermittedProps): ReactNode {
  const t = useText(APP_TEXT);
  const { may } = useSession();
  const matches = useMatches();
  if (!hasPages) return <Empty title={t('noPages')} more={t('noPagesMore')} />;
  const needed = matches.flatMap(({ staticData }) => staticData.permission ?? []);
  return needed.every(may) ? children : <ErrorScreen error={NOT_PERMITTED} />;
}

const NOT_PERMITTED = new ApiError(403, { code: 'NOT_PERMITTED', message: '', whatToDo: null });
