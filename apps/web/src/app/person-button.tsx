// The person below the navigation. The menu behind it is loaded when it is first opened.

import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import { useSession } from './session.tsx';
import { APP_TEXT } from './text.ts';

const PersonMenu = lazy(async () => ({
  default: (await import('./person-menu.tsx')).PersonMenu,
}));

export function PersonButton({ openSheet }: { readonly openSheet: () => void }): ReactNode {
  const [wanted, setWanted] = useState(false);
  const t = useText(APP_TEXT);
  const { person } = useSession();
  const face = (
    <>
      <span className="avatar" aria-hidden>
        {initialsOf(person.name)}
      </span>
      <span className="stack" style={{ gap: 0 }}>
        <span className="cut strong">{person.name}</span>
        <span className="cut faint small">{person.roles.map((role) => t(role)).join(', ')}</span>
      </span>
    </>
  );
  const kind = 'button button--ghost side__person';
  const plain = (
    <button type="button" className={kind} aria-haspopup="menu" onClick={() => setWanted(true)}>
      {face}
    </button>
  );
  if (!wanted) return plain;
  return (
    <Suspense fallback={plain}>
      <PersonMenu
        openSheet={openSheet}
        trigger={
          <button type="button" className={kind}>
            {face}
          </button>
        }
      />
    </Suspense>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.[0] ?? '').join('');
}
