/**
 * Tells the OMS under which internal ids its returns are kept: one row a return, whatever its lines.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */

import {
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  RETURN_ID_COLUMNS,
  RETURN_ID_TYPE,
  SCRIPTS,
} from '@sendsale/netsuite/contract';
import { exportFeed, MARK_UNITS, markField } from '../lib/export-feed.ts';
import { exportFileName, writeExportCsv } from '../lib/export-file.ts';
import { FIELDS } from '../lib/fields.ts';
import { byInternalId, findRows, textOf } from '../lib/find-records.ts';

export const { getInputData, map, summarize } = exportFeed({
  script: SCRIPTS.exportReturnIds,
  directory: IMPORT_DIRECTORIES['return-id'],
  fileName: exportFileName(IMPORT_FILE_SUFFIXES.returnId),
  select: (limit) =>
    findRows({
      type: 'returnauthorization',
      filters: [
        ['mainline', 'is', 'T'],
        'and',
        [FIELDS.returnId, 'isnotempty', ''],
        'and',
        [FIELDS.idExported, 'is', 'F'],
      ],
      columns: [byInternalId(), FIELDS.returnId],
      limit,
    }).map((row) => ({
      type: 'returnauthorization',
      id: row.id,
      rows: [[textOf(row, FIELDS.returnId), RETURN_ID_TYPE, row.id]],
    })),
  write: writeExportCsv(RETURN_ID_COLUMNS),
  mark: markField(FIELDS.idExported),
  markUnits: MARK_UNITS,
});
