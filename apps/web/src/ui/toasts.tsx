// Short notices that something was done or was not.

import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import { IconButton } from './button.tsx';
import { UI_TEXT } from './text.ts';

export interface Toast {
  readonly tone: 'good' | 'bad' | 'info';
  readonly text: string;
}

interface ShownToast extends Toast {
  readonly id: number;
}

const STAYS_MS = 5000;
const BAD_STAYS_MS = 12_000;
const SHOWN_MAX = 4;

let toasts: readonly ShownToast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly ShownToast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says something at the edge of the screen for some seconds. */
export function say(toast: Toast): void {
  lastId += 1;
  const id = lastId;
  change([...toasts.filter((one) => one.text !== toast.text), { ...toast, id }].slice(-SHOWN_MAX));
  setTimeout(() => drop(id), toast.tone === 'bad' ? BAD_STAYS_MS : STAYS_MS);
}

function drop(id: number): void {
  change(toasts.filter((one) => one.id !== id));
}

const ICONS = { good: CircleCheck, bad: CircleAlert, info: Info } as const;

export function Toasts(): ReactNode {
  const t = useText(UI_TEXT);
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map(({ id, tone, text }) => {
        const Icon = ICONS[tone];
        return (
          <div key={id} className={`toast toast--${tone}`}>
            <Icon size={18} aria-hidden />
            <span style={{ flex: 1 }}>{text}</span>
            <IconButton icon={X} label={t('close')} onClick={() => drop(id)} />
          </div>
        );
      })}
    </div>
  );
}
