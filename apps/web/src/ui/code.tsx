// The content of a file or call as it travelled, with a button that copies it.

import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import { IconButton } from './button.tsx';
import { UI_TEXT } from './text.ts';
import { say } from './toasts.tsx';

export function Code({
  text,
  label,
}: {
  readonly text: string;
  readonly label: string;
}): ReactNode {
  const t = useText(UI_TEXT);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    say({ tone: 'good', text: t('copied') });
  };
  return (
    <div style={{ position: 'relative' }}>
      <pre className="code" tabIndex={0} role="region" aria-label={label}>
        {pretty(text)}
      </pre>
      <div style={{ position: 'absolute', top: 6, right: 6 }}>
        <IconButton icon={Copy} label={t('copy')} onClick={() => void copy()} />
      </div>
    </div>
  );
}

function pretty(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
