/**
 * Shipments of the OMS's own facilities become item fulfillments.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import { ERROR_FILES, EXPORT_DIRECTORIES, SCRIPTS } from '@sendsale/netsuite/contract';
import { findByExternalIds } from '../lib/find-records.ts';
import { UNITS } from '../lib/governance.ts';
import { makeItemFulfillment, readShipments, shipmentRowIds } from '../lib/item-fulfillments.ts';
import { isFulfilledFile } from '../lib/order-updates.ts';
import { settleFiles } from '../lib/settle-files.ts';

export function execute(): void {
  settleFiles({
    feed: 'fulfillment',
    script: SCRIPTS.createItemFulfillments,
    inbox: { directory: EXPORT_DIRECTORIES.fulfillment, matches: isFulfilledFile },
    recordType: 'itemfulfillment',
    errorFile: ERROR_FILES.itemFulfillment,
    next: [SCRIPTS.createInvoices],
    unitsEach: 3 * (UNITS.transactionLoad + UNITS.transactionSave) + UNITS.search,
    read: readShipments,
    rowIds: shipmentRowIds,
    externalId: (shipment) => shipment.externalId,
    orderId: (shipment) => shipment.orderId,
    find: (shipments) =>
      findByExternalIds(
        'itemfulfillment',
        shipments.map((shipment) => shipment.externalId),
      ),
    make: makeItemFulfillment,
  });
}
