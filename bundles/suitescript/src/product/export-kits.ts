/**
 * Tells the OMS what kits are made of.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */

import {
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
  KIT_COLUMNS,
  KIT_COMPONENT,
} from '@sendsale/netsuite/contract';
import { exportList, kitMembers } from '../lib/list-export.ts';

export const { getInputData, map, summarize } = exportList({
  directory: IMPORT_DIRECTORIES.kit,
  suffix: IMPORT_FILE_SUFFIXES.kit,
  columns: KIT_COLUMNS,
  rows: () => kitMembers(KIT_COMPONENT),
});
