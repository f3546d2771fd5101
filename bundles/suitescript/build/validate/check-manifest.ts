// manifest.xml: a project NetSuite knows, with the features its objects cannot be without.

import type { ProjectObject } from './check-object.ts';
import type { Report } from './problem.ts';
import { childText, readXml, walk } from './read-xml.ts';

/** Feature by kind of object. */
const NEEDED: ReadonlyMap<string, string> = new Map([
  ['scheduledscript', 'SERVERSIDESCRIPTING'],
  ['mapreducescript', 'SERVERSIDESCRIPTING'],
  ['restlet', 'SERVERSIDESCRIPTING'],
  ['usereventscript', 'SERVERSIDESCRIPTING'],
  ['clientscript', 'CUSTOMCODE'],
  ['customrecordtype', 'CUSTOMRECORDS'],
]);

export function checkManifest(
  text: string | undefined,
  objects: readonly ProjectObject[],
  report: Report,
): void {
  const root = readXml(text ?? '');
  if (text === undefined || typeof root === 'string') {
    report('MANIFEST_INVALID', typeof root === 'string' ? root : 'There is no manifest.xml');
    return;
  }
  const type = root.attributes['projecttype'];
  if (type !== 'ACCOUNTCUSTOMIZATION' && type !== 'SUITEAPP') {
    report('MANIFEST_INVALID', 'projecttype is neither ACCOUNTCUSTOMIZATION nor SUITEAPP');
  }
  if (childText(root, 'projectname') === '') report('MANIFEST_INVALID', 'projectname is missing');
  if (childText(root, 'frameworkversion') !== '1.0') {
    report('MANIFEST_INVALID', 'frameworkversion is not 1.0');
  }
  const features = new Set(
    [...walk(root)].filter(({ name }) => name === 'feature').map((feature) => feature.text),
  );
  const needed = new Set(objects.flatMap(({ root: { name } }) => NEEDED.get(name) ?? []));
  for (const feature of needed) {
    if (!features.has(feature)) report('FEATURE_MISSING', `Objects need the feature ${feature}`);
  }
}
