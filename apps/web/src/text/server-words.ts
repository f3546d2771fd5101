// What the server says, in the person's language: by its stable code where a translation exists, else as the server
// says it. The translations are fetched only by those who read them.

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage } from './use-text.ts';
import type { DifferenceWords, ProblemWords, WordsOfServer } from './words-of-server.ts';

const NONE: WordsOfServer = { problems: {}, differences: {}, refusals: {}, phrases: {} };

export interface ServerWords {
  readonly difference: (one: DifferenceWords & { readonly code: string }) => DifferenceWords;
  /** A code may have details behind a colon. */
  readonly problem: (one: ProblemWords & { readonly code: string }) => ProblemWords;
  readonly phrase: (english: string) => string;
}

export function useServerWords(): ServerWords {
  const words = useWordsOfServer();
  return useMemo(
    () => ({
      difference: (one) => {
        const cause = words.phrases[one.cause] ?? one.cause;
        return { what: one.what, whatToDo: one.whatToDo, ...words.differences[one.code], cause };
      },
      problem: (one) => words.problems[one.code] ?? one,
      phrase: (english) => words.phrases[english] ?? english,
    }),
    [words],
  );
}

export function useWordsOfServer(): WordsOfServer {
  const language = useLanguage();
  const { data = NONE } = useQuery({
    queryKey: ['words', language],
    queryFn: async () => (await import('./german/words.ts')).GERMAN,
    enabled: language === 'de',
    staleTime: Infinity,
  });
  return language === 'de' ? data : NONE;
}
