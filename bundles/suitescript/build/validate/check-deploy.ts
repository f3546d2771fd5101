// deploy.xml: every path it names is there, and every file of the project is named.

import { readXml, walk } from './read-xml.ts';
import type { Report } from './problem.ts';

export function checkDeploy(files: ReadonlyMap<string, string>, report: Report): void {
  const text = files.get('deploy.xml');
  if (text === undefined) {
    report('DEPLOY_MISSING', 'There is no deploy.xml, so nothing would be deployed');
    return;
  }
  const root = readXml(text);
  if (typeof root === 'string') {
    report('XML_INVALID', root);
    return;
  }
  const patterns = [...walk(root)]
    .filter((element) => element.name === 'path')
    .map((element) => element.text);
  const deployable = [...files.keys()].filter((path) => /^(FileCabinet|Objects)\//.test(path));
  for (const pattern of patterns) {
    if (!pattern.startsWith('~/')) {
      report('DEPLOY_PATH_INVALID', `${pattern} does not begin with ~/`);
    } else if (!deployable.some((path) => covers(pattern.slice(2), path))) {
      report('DEPLOY_PATH_EMPTY', `${pattern} names nothing that is there`);
    }
  }
  for (const path of deployable) {
    if (patterns.some((pattern) => covers(pattern.replace(/^~\//, ''), path))) continue;
    report('DEPLOY_PATH_UNCOVERED', `${path} would not be deployed`);
  }
}

/** A trailing `*` covers everything below. */
function covers(pattern: string, path: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}
