// Objects refer to each other as [scriptid=...] and to files as [/SuiteScripts/...]; every target must be there.

import type { SdfProblem } from './problem.ts';
import type { ObjectFile } from './read-project.ts';
import { walk } from './xml.ts';
import type { XmlElement } from './xml.ts';

export interface ReferenceCheck {
  readonly objects: readonly ObjectFile[];
  readonly files: ReadonlyMap<string, string>;
  readonly known: ReadonlySet<string>;
  readonly problems: SdfProblem[];
}

export function checkReferences(check: ReferenceCheck): void {
  const ids = new Set([
    ...check.known,
    ...check.objects.flatMap((object) => objectIds(object.root)),
  ]);
  for (const { path, text } of check.objects) {
    for (const reference of references(text, /\[scriptid=([^\]]+)\]/g)) {
      // A dotted reference names a part of an object; each part has a script id of its own.
      const missing = reference.split('.').filter((part) => !ids.has(part));
      if (missing.length === 0) continue;
      check.problems.push({
        code: 'REFERENCE_MISSING',
        path,
        message: `${reference} is not defined anywhere.`,
      });
    }
    for (const file of references(
      text,
      /\[(\/(?:SuiteScripts|SuiteApps|Templates|Web Site Hosting Files)\/[^\]]+)\]/g,
    )) {
      // A missing script file is reported by the script's own reader.
      if (check.files.has(file) || /<scriptfile>/.test(text)) continue;
      check.problems.push({
        code: 'FILE_MISSING',
        path,
        message: `${file} is not deployed by the project.`,
      });
    }
  }
}

/** The object's own script id first, then those of its parts. */
export function objectIds(root: XmlElement): string[] {
  return [...walk(root)].flatMap((element) => element.attributes['scriptid'] ?? []);
}

function references(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
}
