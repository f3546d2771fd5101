// Every error a person can meet has its screen: no connection, no right, nothing there, somebody else was faster
// (conflict-dialog.tsx where a form is open), and our own fault with a reference.

import { ApiError } from '@sendsale/api';
import { CloudOff, GitCompare, Lock, SearchX, TriangleAlert, Unplug } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWordsOfServer } from '../text/server-words.ts';
import { useText } from '../text/use-text.ts';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';
import { UI_TEXT } from './text.ts';

type Kind = 'NO_CONNECTION' | 'OTHER_SYSTEM' | 'NO_RIGHT' | 'NOT_THERE' | 'CONFLICT' | 'SERVER';

/** What kind of error a failed call was. */
export function kindOf(error: unknown): Kind {
  if (!(error instanceof ApiError)) return error instanceof TypeError ? 'NO_CONNECTION' : 'SERVER';
  if (error.status === 401 || error.status === 403) return 'NO_RIGHT';
  if (error.status === 404) return 'NOT_THERE';
  // Our server was reached; what it asked was not.
  if (error.code.endsWith('_UNREACHABLE')) return 'OTHER_SYSTEM';
  if (error.status === 502 || error.status === 503 || error.status === 504) return 'NO_CONNECTION';
  return error.status === 409 ? 'CONFLICT' : 'SERVER';
}

const ICONS: Readonly<Record<Kind, LucideIcon>> = {
  NO_CONNECTION: CloudOff,
  OTHER_SYSTEM: Unplug,
  NO_RIGHT: Lock,
  NOT_THERE: SearchX,
  CONFLICT: GitCompare,
  SERVER: TriangleAlert,
};

interface ErrorScreenProps {
  readonly error: unknown;
  readonly retry?: () => void;
}

export function ErrorScreen({ error, retry }: ErrorScreenProps): ReactNode {
  const t = useText(UI_TEXT);
  const said = useMessageOf();
  const kind = kindOf(error);
  const again = retry !== undefined && <Button onClick={retry}>{t('tryAgain')}</Button>;
  const words = {
    NO_CONNECTION: [t('noConnection'), t('noConnectionMore')],
    OTHER_SYSTEM: [t('otherSystem'), said(error)],
    NO_RIGHT: [t('noRight'), t('noRightMore')],
    NOT_THERE: [t('notThere'), t('notThereMore')],
    CONFLICT: [t('conflict'), said(error)],
    SERVER: [t('serverError'), t('serverErrorMore')],
  } as const;
  const [title, more] = words[kind];
  return (
    <div role="alert">
      <Empty
        icon={ICONS[kind]}
        title={title}
        more={
          kind === 'SERVER' ? (
            <>
              {more} <code>{messageOf(error)}</code>
            </>
          ) : (
            more
          )
        }
        action={kind === 'NO_RIGHT' || kind === 'NOT_THERE' ? undefined : again}
      />
    </div>
  );
}

/** In words, for a notice beside a form. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiError) return [error.message, error.whatToDo ?? ''].join(' ').trim();
  return error instanceof Error ? error.message : String(error);
}

/** The same in the person's language where the code is known; what is known of the case stands behind it. */
export function useMessageOf(): (error: unknown) => string {
  const { refusals } = useWordsOfServer();
  return (error) => {
    const known = error instanceof ApiError ? refusals[error.code] : undefined;
    return known === undefined ? messageOf(error) : `${known} (${messageOf(error)})`;
  };
}
