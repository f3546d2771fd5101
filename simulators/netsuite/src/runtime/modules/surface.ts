// What of each N/* module and its objects scripts can use here, and what they get SIMULATOR_NOT_SUPPORTED for. A test
// holds this table against the modules themselves.

import { keptTypes } from '../../account/schema/required.ts';
import { behaviourOf } from '../../account/lifecycle/catalogue.ts';

export interface Surface {
  /** A module, or the object one of its calls returns. */
  readonly name: string;
  readonly supported: readonly string[];
  readonly unsupported: readonly string[];
}

function surface(name: string, supported: string, unsupported = ''): Surface {
  const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
  return { name, supported: words(supported), unsupported: words(unsupported) };
}

export const MODULE_SURFACES: readonly Surface[] = [
  surface('N/encode', 'convert Encoding'),
  surface('N/error', 'create Type'),
  surface('N/file', 'create load delete copy Type Encoding NameConflictResolution'),
  surface('N/format', 'format parse Type'),
  surface('N/record', 'create load copy transform delete submitFields Type', 'attach detach'),
  surface(
    'N/runtime',
    'getCurrentScript getCurrentUser accountId country envType executionContext processorCount queueCount version ContextType EnvType Permission',
    'getCurrentSession isFeatureInEffect',
  ),
  surface(
    'N/search',
    'create load createFilter createColumn lookupFields Type Operator Sort Summary',
    'delete duplicates global createSetting',
  ),
  surface(
    'N/sftp',
    'createConnection Sort MIN_CONNECT_TIMEOUT MAX_CONNECT_TIMEOUT MIN_PORT_NUMBER MAX_PORT_NUMBER DEFAULT_PORT_NUMBER',
  ),
  surface('N/task', 'create checkStatus TaskType TaskStatus MapReduceStage'),
  surface('N/log', 'debug audit error emergency'),
];

export const OBJECT_SURFACES: readonly Surface[] = [
  surface(
    'record.Record',
    'getValue getText setValue setText getLineCount getSublistValue setSublistValue getSublistText setSublistText insertLine removeLine ' +
      'selectLine selectNewLine getCurrentSublistValue setCurrentSublistValue getCurrentSublistText setCurrentSublistText getCurrentSublistIndex commitLine cancelLine findSublistLineWithValue getSubrecord save ' +
      'toJSON toString id type isDynamic isNew isReadOnly',
    'getCurrentSublistSubrecord getSublistSubrecord hasSubrecord ' +
      'hasSublistSubrecord hasCurrentSublistSubrecord removeSubrecord removeSublistSubrecord removeCurrentSublistSubrecord getField ' +
      'getFields getSublist getSublists getSublistField getSublistFields getCurrentSublistField moveLine executeMacro getMacro getMacros ' +
      'getMatrixHeaderCount getMatrixHeaderField getMatrixHeaderValue getMatrixSublistField getMatrixSublistValue ' +
      'getCurrentMatrixSublistValue setMatrixHeaderValue setMatrixSublistValue setCurrentMatrixSublistValue findMatrixSublistLineWithValue',
  ),
  surface(
    'search.Search',
    'run runPaged toJSON toString searchType id searchId title columns filters filterExpression',
    'save',
  ),
  surface('search.ResultSet', 'columns getRange each'),
  surface('search.Result', 'getValue getText getAllValues toJSON toString id recordType columns'),
  surface('search.PagedData', 'count pageSize pageRanges fetch'),
  surface(
    'file.File',
    'getContents save appendLine resetStream lines toJSON toString name folder encoding description isOnline isInactive fileType id size isText path',
    'getReader getSegments url',
  ),
  surface(
    'runtime.Script',
    'getParameter getRemainingUsage id deploymentId logLevel bundleIds apiVersion percentComplete',
  ),
];

export interface KeptRecord {
  readonly type: string;
  readonly transformsTo: readonly string[];
  /** Made by transform only. */
  readonly isCreatable: boolean;
}

/** The standard record types the account keeps; custom records come with projects. */
export function keptRecords(): KeptRecord[] {
  return keptTypes().map((type) => {
    const { transformsTo, isCreatable } = behaviourOf(type);
    return { type, transformsTo, isCreatable };
  });
}
