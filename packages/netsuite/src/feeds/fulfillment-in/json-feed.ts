// Item fulfillments of NetSuite's warehouses, JSON: one element a fulfillment. Contract §8.

import { z } from 'zod';
import { readJsonArray } from '../../codec/read-json.ts';
import { FULFILLMENT_JSON, IMPORT_DIRECTORIES } from '../../contract/index.ts';
import { defineImportFeed } from '../import-feed.ts';
import { checkRow } from '../read-rows.ts';
import { internalId, someText } from '../texts.ts';
import { applyShippedOrder, joinTrackingNumbers } from './shipped-order.ts';
import type { ShippedOrder } from './shipped-order.ts';

// JSON drops what is missing, and prints ids as texts or numbers.
const id = z.union([z.string(), z.number()]).transform(String).pipe(internalId);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const Row = z
  .object({
    orderMap: z.object({
      orderId: someText,
      // Ours.
      netsuiteFulfillmentId: id.nullish(),
      items: z
        .array(
          z.object({
            orderItemSeqId: someText,
            externalFacilityId: id,
            shippedDate: text,
            trackingNumber: text,
            carrier: text,
          }),
        )
        .min(1),
    }),
  })
  .transform(({ orderMap }): ShippedOrder => ({
    postingId: orderMap.orderId,
    fulfillmentId: orderMap.netsuiteFulfillmentId ?? null,
    items: orderMap.items.map((item) => ({
      itemSeq: item.orderItemSeqId,
      locationId: item.externalFacilityId,
      shippedDate: item.shippedDate,
      trackingNumber: joinTrackingNumbers(item.trackingNumber),
      carrier: item.carrier,
    })),
  }));

export const fulfillmentJsonFeed = defineImportFeed<ShippedOrder>({
  name: 'fulfillment-json',
  label: 'Fulfillments from NetSuite (JSON)',
  directory: IMPORT_DIRECTORIES.fulfillment,
  matches: (fileName) =>
    fileName.startsWith(FULFILLMENT_JSON.prefix) && fileName.endsWith(FULFILLMENT_JSON.suffix),
  read: (content) => {
    const elements = readJsonArray(content);
    if (!elements.ok) return elements;
    return {
      ok: true,
      value: elements.value.map((element, index) => checkRow(element, Row, index + 1)),
    };
  },
  apply: applyShippedOrder,
});
