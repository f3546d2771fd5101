// The language of the screens: as the browser says, until the person chooses another.

import { useMemo, useSyncExternalStore } from 'react';
import { fillText, LANGUAGES } from './define-text.ts';
import type { Language, Texts, Values } from './define-text.ts';

const KEY = 'sendsale.language';
const listeners = new Set<() => void>();

function read(): Language {
  const chosen = localStorage.getItem(KEY) ?? navigator.language.slice(0, 2);
  return LANGUAGES.find((one) => one === chosen) ?? 'en';
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

export function useLanguage(): Language {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, read);
}

export type Translate<Key extends string> = (key: Key, values?: Values) => string;

/** `t('orders.count', { count: 3 })` in the person's language. */
export function useText<Key extends string>(texts: Texts<Key>): Translate<Key> {
  const language = useLanguage();
  return useMemo(
    () => (key, values) => fillText(texts[language][key], language, values),
    [texts, language],
  );
}
