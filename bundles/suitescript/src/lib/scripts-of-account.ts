// Script and deployment records, as the RESTlets that start and steer scripts find them.

import type { Script } from '@sendsale/netsuite/contract';
import { findRows, textOf } from './find-records.ts';

const RECORD_TYPES: Readonly<Record<Script['scriptType'], string>> = {
  SCHEDULED: 'scheduledscript',
  MAP_REDUCE: 'mapreducescript',
};

/** `scriptType` of a request, or null when it is none of the two. */
export function scriptTypeOf(text: string): Script['scriptType'] | null {
  return text === 'SCHEDULED' || text === 'MAP_REDUCE' ? text : null;
}

/** The script id of the script of that name, e.g. `customscript_import_salesorder`; null for none. */
export function findScriptId(jobName: string, scriptType: Script['scriptType']): string | null {
  const [row] = findRows({
    type: RECORD_TYPES[scriptType],
    filters: [['name', 'is', jobName]],
    columns: ['scriptid'],
    limit: 1,
  });
  return row === undefined ? null : textOf(row, 'scriptid').toLowerCase();
}

/** The deployment a task may start; null when the script has none. */
export function findOnDemandDeployment(scriptId: string): string | null {
  const [row] = findRows({
    type: 'scriptdeployment',
    filters: [
      ['script.scriptid', 'is', scriptId],
      'and',
      ['status', 'is', 'NOTSCHEDULED'],
      'and',
      ['isdeployed', 'is', 'T'],
    ],
    columns: ['scriptid'],
    limit: 1,
  });
  return row === undefined ? null : textOf(row, 'scriptid').toLowerCase();
}

/** Internal id of the deployment that runs on a schedule, or did until it was paused; null for none. */
export function findScheduledDeployment(title: string): string | null {
  const [row] = findRows({
    type: 'scriptdeployment',
    filters: [['title', 'is', title], 'and', ['status', 'noneof', 'NOTSCHEDULED']],
    columns: ['internalid'],
    limit: 1,
  });
  return row?.id ?? null;
}
