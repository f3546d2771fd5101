// Keys that work anywhere: one key, or `g` and another. None of them fires while one writes.

import { useEffect, useRef } from 'react';
import { expectsScanner } from '../scan/use-wedge.ts';

export interface Shortcut {
  /** `?`, `mod+k`, or `g b`. */
  readonly keys: string;
  readonly run: () => void;
}

const CHORD_MS = 900;
const SCANNER_MS = 35;

export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  }, [shortcuts]);
  useEffect(() => {
    let first = '';
    let firstAt = 0;
    const onKeyDown = (event: KeyboardEvent): void => {
      const pressed = nameOf(event);
      // A scanner's code may look like two keys of a person; no person is so fast.
      const isScanned = expectsScanner() && event.timeStamp - firstAt < SCANNER_MS;
      if (pressed === null || event.defaultPrevented) return;
      if (isWriting(event.target) && !pressed.startsWith('mod+')) return;
      const chord = event.timeStamp - firstAt < CHORD_MS ? `${first} ${pressed}` : '';
      const hit = isScanned
        ? undefined
        : current.current.find(({ keys }) => keys === chord || keys === pressed);
      first = pressed;
      firstAt = event.timeStamp;
      if (hit === undefined) return;
      event.preventDefault();
      first = '';
      hit.run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

function nameOf(event: KeyboardEvent): string | null {
  if (event.altKey) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.metaKey || event.ctrlKey ? `mod+${key}` : key;
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** How the keys are drawn here: ⌘ on a Mac, Ctrl elsewhere. */
export function drawnKeys(keys: string): readonly string[] {
  const isMac = navigator.platform.startsWith('Mac');
  return keys
    .split(/[ +]/)
    .map((key) => (key === 'mod' ? (isMac ? '⌘' : 'Ctrl') : key.toUpperCase()));
}
