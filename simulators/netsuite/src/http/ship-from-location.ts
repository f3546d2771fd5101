// Warehouse staff fulfil a sales order: the transform the Fulfill button does, with the lines of one location ticked.

import type { Account, RecordSession } from '../account/account.ts';
import { refuse } from '../account/failure.ts';

export interface LocationShipment {
  readonly salesOrderId: string;
  readonly locationId: string;
  readonly tracking: string;
  readonly carrier: string;
  readonly lines?: readonly string[] | undefined;
  readonly shipStatus: 'A' | 'B' | 'C';
}

/** @returns the item fulfillment's id. @throws SuiteScriptError, also when nothing of the order lies at the location */
export function shipFromLocation(account: Account, shipment: LocationShipment): string {
  const fulfillment = account.records.transform({
    fromType: 'salesorder',
    fromId: shipment.salesOrderId,
    toType: 'itemfulfillment',
  });
  const ticked = tickLines(fulfillment, shipment);
  if (ticked === 0)
    refuse(
      'USER_ERROR',
      `Nothing of sales order ${shipment.salesOrderId} is open at location ${shipment.locationId}.`,
    );
  fulfillment.setValue('shipstatus', shipment.shipStatus);
  if (shipment.carrier !== '') fulfillment.setValue('shipcarrier', shipment.carrier);
  if (shipment.tracking !== '') addPackage(fulfillment, shipment.tracking);
  return fulfillment.save();
}

function tickLines(fulfillment: RecordSession, { locationId, lines }: LocationShipment): number {
  let ticked = 0;
  const count = fulfillment.getLineCount('item');
  for (let line = 0; line < count; line += 1) {
    const location = String(fulfillment.getSublistValue('item', 'location', line));
    const orderLine = String(fulfillment.getSublistValue('item', 'orderline', line));
    const isWanted = location === locationId && (lines === undefined || lines.includes(orderLine));
    fulfillment.setSublistValue('item', 'itemreceive', line, isWanted);
    ticked += Number(isWanted);
  }
  return ticked;
}

function addPackage(fulfillment: RecordSession, tracking: string): void {
  if (fulfillment.getLineCount('package') === 0) fulfillment.insertLine('package', 0);
  fulfillment.setSublistValue('package', 'packagetrackingnumber', 0, tracking);
  fulfillment.setSublistValue('package', 'packageweight', 0, 1);
}
