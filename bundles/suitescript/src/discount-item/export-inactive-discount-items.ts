/**
 * Tells the OMS which discount items are not used any more.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */

import {
  DISCOUNT_ITEM_COLUMNS,
  IMPORT_DIRECTORIES,
  IMPORT_FILE_SUFFIXES,
} from '@sendsale/netsuite/contract';
import { discountItems, exportList } from '../lib/list-export.ts';

export const { getInputData, map, summarize } = exportList({
  directory: IMPORT_DIRECTORIES['discount-item-inactive'],
  suffix: IMPORT_FILE_SUFFIXES.inactiveDiscountItem,
  columns: DISCOUNT_ITEM_COLUMNS,
  rows: () => discountItems(true),
});
