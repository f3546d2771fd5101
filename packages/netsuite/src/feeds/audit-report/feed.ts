// NetSuite's report of the lines of new orders, for people who compare. Contract §18. The file is kept as it
// came (`feed_file`); that it can be read is all that is asked of its rows.

import { z } from 'zod';
import {
  AUDIT_REPORT_COLUMNS,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
} from '../../contract/index.ts';
import { defineImportFeed } from '../import-feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { maybeText } from '../texts.ts';

/** The published search labels no column, so accounts differ in all headings but these. */
const ALWAYS = AUDIT_REPORT_COLUMNS.filter((column) => column === 'Item' || column === 'Quantity');

const Row = z.object({ Item: maybeText, Quantity: maybeText });

export const auditReportFeed = defineImportFeed<z.infer<typeof Row>>({
  name: 'audit-report',
  label: "NetSuite's report of new orders",
  directory: IMPORT_DIRECTORIES['audit-report'],
  matches: (fileName) => fileName.endsWith(IMPORT_FILE_SUFFIXES.auditReport),
  read: (content) => readCsvRows(content, ALWAYS, Row),
  apply: async () => ({ ok: true, value: 0 }),
});
