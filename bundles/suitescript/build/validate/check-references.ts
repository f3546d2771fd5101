// `[scriptid=…]` names an object of the project; an id stands for one object only.

import type { ProjectObject } from './check-object.ts';
import type { Report } from './problem.ts';
import { walk } from './read-xml.ts';

export function checkReferences(
  objects: readonly ProjectObject[],
  files: ReadonlyMap<string, string>,
  report: (path: string) => Report,
): void {
  const owners = new Map<string, string>();
  for (const { path, root } of objects) {
    const id = root.attributes['scriptid'] ?? '';
    const first = owners.get(id);
    if (first === undefined) owners.set(id, path);
    else report(path)('SCRIPTID_DUPLICATE', `${id} is also in ${first}`);
  }
  const ids = new Set(
    objects.flatMap(({ root }) =>
      [...walk(root)].flatMap((element) => element.attributes['scriptid'] ?? []),
    ),
  );
  for (const { path } of objects) {
    for (const [, reference = ''] of (files.get(path) ?? '').matchAll(/\[scriptid=([^\]]+)\]/g)) {
      const missing = reference.split('.').filter((part) => !ids.has(part));
      if (missing.length > 0) {
        report(path)('REFERENCE_MISSING', `${reference} is not defined in the project`);
      }
    }
  }
}
