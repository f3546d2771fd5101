// Where a script lies in the File Cabinet.

import type { ProjectScript } from '../project/scripts.ts';

/** e.g. `/SuiteScripts/sendsale/import-customers.js` */
export function scriptPath({ source }: Pick<ProjectScript, 'source'>): string {
  return `/SuiteScripts/sendsale/${source.slice(source.lastIndexOf('/') + 1)}.js`;
}
