// One object: its id and file name, then what its kind demands.

import { checkCsvImport } from './check-csv-import.ts';
import { checkField, checkRecord } from './check-fields.ts';
import { checkId } from './check-id.ts';
import { checkScript } from './check-script.ts';
import type { Report } from './problem.ts';
import type { XmlElement } from './read-xml.ts';

export interface ProjectObject {
  readonly path: string;
  readonly root: XmlElement;
}

export type ObjectCheck = (
  root: XmlElement,
  files: ReadonlyMap<string, string>,
  report: Report,
) => void;

interface Kind {
  readonly prefix: string;
  readonly check: ObjectCheck;
}

const KINDS: Readonly<Record<string, Kind>> = {
  scheduledscript: { prefix: 'customscript', check: checkScript },
  mapreducescript: { prefix: 'customscript', check: checkScript },
  restlet: { prefix: 'customscript', check: checkScript },
  transactionbodycustomfield: { prefix: 'custbody', check: checkField },
  transactioncolumncustomfield: { prefix: 'custcol', check: checkField },
  entitycustomfield: { prefix: 'custentity', check: checkField },
  othercustomfield: { prefix: 'custrecord', check: checkField },
  customrecordtype: { prefix: 'customrecord', check: checkRecord },
  savedcsvimport: { prefix: 'custimport', check: checkCsvImport },
};

export function checkObject(
  object: ProjectObject,
  files: ReadonlyMap<string, string>,
  report: Report,
): void {
  const { root, path } = object;
  const id = root.attributes['scriptid'] ?? '';
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  if (fileName !== `${id}.xml`) {
    report('SCRIPTID_NOT_FILE_NAME', `The object "${id}" must be in a file ${id}.xml`);
  }
  const kind = KINDS[root.name];
  if (kind === undefined) {
    report('OBJECT_UNKNOWN', `<${root.name}> is not a kind this validator knows`);
    return;
  }
  checkId(id, kind.prefix, report);
  kind.check(root, files, report);
}
