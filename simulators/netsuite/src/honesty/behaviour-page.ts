// The markings of the code as one page in Markdown, for docs/.

import type { Marking, Source } from './markings.ts';
import { SOURCES } from './markings.ts';

const ABOUT: Readonly<Record<Source, string>> = {
  assumed:
    'Nobody could check these on an account. The parity kit asks an account about those that matter most.',
  seen: 'Published scripts and saved searches rely on these.',
  documented: "NetSuite's help or Oracle's own published sources say these.",
};

/** Assumed first: that is what a reader must know. */
export const ORDER: readonly Source[] = SOURCES.toReversed();

/** The page, without the house's frame around it. */
export function behaviourLines(markings: readonly Marking[]): string[] {
  return ORDER.flatMap((source) => {
    const marked = markings.filter(({ sources }) => firstOf(sources) === source);
    return [
      `## ${source[0]?.toUpperCase()}${source.slice(1)} (${marked.length})`,
      '',
      ABOUT[source],
      '',
      ...byFile(marked).flatMap(([file, texts]) => [
        `- \`${file}\``,
        ...texts.map((text) => `  - ${text}`),
      ]),
      '',
    ];
  });
}

/** A comment that carries several marks stands under the weakest of them. */
export function firstOf(sources: readonly Source[]): Source | undefined {
  return ORDER.find((source) => sources.includes(source));
}

/** What each comment stands above and says, by file, in the order given. */
export function byFile(markings: readonly Marking[]): Array<[string, string[]]> {
  const files = new Map<string, string[]>();
  for (const { file, above, text } of markings) {
    const line = above === '' ? text : `${above}: ${text}`;
    files.set(file, [...(files.get(file) ?? []), line]);
  }
  return [...files];
}

export function about(source: Source): string {
  return ABOUT[source];
}
