// Our bundle's answers: what became of each row we sent, and the invoices NetSuite made.

import { z } from 'zod';
import {
  ACKNOWLEDGEMENT_COLUMNS,
  ACKNOWLEDGEMENT_OUTCOMES,
  IMPORT_DIRECTORIES,
  parseRowId,
} from '../../contract/index.ts';
import type { RowId } from '../../contract/index.ts';
import { defineImportFeed } from '../import-feed.ts';
import { readCsvRows } from '../read-rows.ts';
import { internalId, maybeText, someText } from '../texts.ts';
import { takeAnswer } from './take-answer.ts';
import type { Answer } from './take-answer.ts';

const Row = z.object({
  rowId: someText.transform((text, context): RowId => {
    const rowId = parseRowId(text);
    if (rowId !== null) return rowId;
    context.addIssue({ code: 'custom', message: 'is no row id' });
    return z.NEVER;
  }),
  outcome: z.enum(ACKNOWLEDGEMENT_OUTCOMES),
  internalId: internalId.nullable(),
  amount: maybeText,
  status: maybeText,
  code: maybeText,
  message: maybeText,
  sourceFile: maybeText,
});

export const acknowledgementFeed = defineImportFeed<Answer>({
  name: 'acknowledgement',
  label: 'Answers of our NetSuite bundle',
  directory: IMPORT_DIRECTORIES.acknowledgement,
  matches: (fileName) => fileName.endsWith('.csv'),
  read: (content) => readCsvRows(content, ACKNOWLEDGEMENT_COLUMNS, Row),
  apply: takeAnswer,
});
