// What a reader of one SDF object may see and where it puts what it read.

import type {
  CsvImportDefinition,
  CustomFieldDefinition,
  CustomRecordDefinition,
  SavedSearchDefinition,
} from '../account/definitions.ts';
import type { SdfProblemCode } from './problem.ts';
import type { ProjectScript } from './project.ts';
import type { XmlElement } from './xml.ts';

export interface ObjectContext {
  /** The object's file, relative to the source folder. */
  readonly path: string;
  /** Deployed File Cabinet files by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly draft: Draft;
  readonly report: (code: SdfProblemCode, message: string) => void;
}

/** Definitions while a project is being read. */
export interface Draft {
  readonly customFields: CustomFieldDefinition[];
  readonly customRecords: CustomRecordDefinition[];
  readonly savedSearches: SavedSearchDefinition[];
  readonly csvImports: CsvImportDefinition[];
  readonly scripts: ProjectScript[];
  readonly notes: string[];
}

/** Reads one object into the draft, or reports why it cannot be deployed. */
export type ObjectReader = (element: XmlElement, context: ObjectContext) => void;

const LONGEST_SCRIPTID = 40;

/** The element's scriptid, checked for its prefix and length; null when it is missing. */
export function readScriptId(
  element: XmlElement,
  prefix: string,
  context: ObjectContext,
): string | null {
  const id = element.attributes['scriptid'] ?? '';
  if (id === '') {
    context.report('SCRIPTID_MISSING', `<${element.name}> has no scriptid.`);
    return null;
  }
  if (id.length > LONGEST_SCRIPTID) {
    context.report(
      'SCRIPTID_TOO_LONG',
      `${id} has ${id.length} characters; ${LONGEST_SCRIPTID} are allowed.`,
    );
  }
  if (!id.startsWith(prefix) || !/^[a-z0-9_]+$/.test(id)) {
    context.report(
      'SCRIPTID_INVALID',
      `${id} must start with ${prefix} and use a-z, 0-9 and _ only.`,
    );
  }
  return id;
}

/** The id inside `[scriptid=custbody_x]`; other text is returned as it is. */
export function dereference(text: string): string {
  return /^\[scriptid=([^\]]+)\]$/.exec(text)?.[1] ?? text;
}
