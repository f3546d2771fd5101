// A wedge scanner is a keyboard to the browser: it types a code faster than any person could, and ends it with Enter.

import { useEffect, useRef } from 'react';

/** The longest pause between two keys of a scanner; people are slower. */
const PAUSE_MS = 35;
const LENGTH_MIN = 4;

let listening = 0;

/** Whether a page waits for a scanner, so that fast keys are no shortcuts. */
export function expectsScanner(): boolean {
  return listening > 0;
}

interface Burst {
  readonly text: string;
  readonly lastAt: number;
  /** What stood in the field before the scanner typed into it. */
  readonly before: { readonly field: HTMLInputElement; readonly value: string } | null;
}

const NOTHING: Burst = { text: '', lastAt: 0, before: null };

/** Calls back with each code that is scanned, wherever the focus is. A field keeps what stood in it. */
export function useWedge(onScan: (code: string) => void): void {
  const current = useRef(onScan);
  useEffect(() => {
    current.current = onScan;
  }, [onScan]);
  useEffect(() => {
    let burst = NOTHING;
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, timeStamp, target } = event;
      const goesOn = timeStamp - burst.lastAt <= PAUSE_MS;
      if (key === 'Enter') {
        const { text, before } = burst;
        burst = NOTHING;
        if (!goesOn || text.length < LENGTH_MIN) return;
        event.preventDefault();
        event.stopPropagation();
        if (before !== null) restore(before);
        current.current(text);
        return;
      }
      if (key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      burst = goesOn
        ? { ...burst, text: burst.text + key, lastAt: timeStamp }
        : { text: key, lastAt: timeStamp, before: fieldOf(target) };
    };
    listening += 1;
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      listening -= 1;
      removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
}

function fieldOf(target: EventTarget | null): Burst['before'] {
  return target instanceof HTMLInputElement ? { field: target, value: target.value } : null;
}

// React hears of a value through the setter of the element, not through its own.
function restore({ field, value }: NonNullable<Burst['before']>): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
