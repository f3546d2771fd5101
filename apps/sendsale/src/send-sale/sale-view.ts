// A send sale as the API shows it, in short and as its maker follows it.

import type { SaleDetail, SaleView } from '@sendsale/api';
import type { JsonObject } from '@sendsale/domain';
import type { SendSale } from '@sendsale/oms';
import { formatMinor } from '@sendsale/std';
import type { FollowedSale, ListedFacility } from '@sendsale/store/read';
import { z } from 'zod';
import { placeOf, promiseFrom } from './promise-delivery.ts';

type Shown = Omit<SendSale, 'shopId' | 'failure' | 'request' | 'updatedAt'>;

export function saleView(sale: Shown): SaleView {
  const { totalMinor, currency } = sale;
  const total = totalMinor === null || currency === null ? null : formatMinor(totalMinor, currency);
  return {
    id: sale.id,
    state: sale.state,
    draftName: sale.draftName,
    draftOrderId: sale.draftOrderId,
    invoiceUrl: sale.invoiceUrl,
    shopifyOrderId: sale.shopifyOrderId,
    sellingFacilityId: sale.sellingFacilityId,
    associate: sale.associate,
    total,
    currency,
  };
}

const text = z.string().nullable().catch(null);
/** What is left of a request; who was redacted is not in it. */
const Request = z.object({
  customer: z.object({ firstName: text, lastName: text }).nullable().catch(null),
  shipTo: z.object({ city: text, provinceCode: text, zip: text }).nullable().catch(null),
  items: z
    .array(z.object({ variantId: z.string(), quantity: z.number(), facilityId: text }))
    .catch([]),
});
type Request = z.output<typeof Request>;

/** @param facilities all of them, to tell when parcels arrive */
export function saleDetail(sale: FollowedSale, facilities: readonly ListedFacility[]): SaleDetail {
  const request = Request.parse(sale.request);
  const { customer, shipTo } = request;
  const name = [customer?.firstName, customer?.lastName].filter((part) => part).join(' ');
  return {
    ...saleView(sale),
    placedAt: sale.placedAt.toISOString(),
    customer: name === '' ? null : name,
    city: shipTo?.city ?? null,
    items: request.items.map(({ variantId, quantity, facilityId }) => ({
      title: sale.products[variantId]?.title ?? variantId,
      sku: sale.products[variantId]?.sku ?? null,
      quantity,
      facilityId,
    })),
    failure: messageOf(sale.failure),
    heldUntil: sale.order === null ? (sale.heldUntil?.toISOString() ?? null) : null,
    arrivesOn: arrivesOn(sale, request, facilities),
    order:
      sale.order === null
        ? null
        : {
            ...sale.order,
            items: [...sale.order.items],
            shipments: [...sale.order.shipments],
          },
  };
}

function messageOf(failure: JsonObject | null): string | null {
  const message = failure?.['message'];
  return typeof message === 'string' ? message : null;
}

/** The last of its parcels: counted from when each left, else from where its items wait. */
function arrivesOn(
  sale: FollowedSale,
  { items, shipTo }: Request,
  facilities: readonly ListedFacility[],
): string | null {
  const shipments = sale.order?.shipments ?? [];
  const open = (sale.order?.items ?? items).filter(
    (item) => !('status' in item) || item.status !== 'COMPLETED',
  );
  const leaving = [
    ...shipments.map(({ facilityId, shippedAt }) => ({ facilityId, at: new Date(shippedAt) })),
    ...open.map(({ facilityId }) => ({ facilityId, at: sale.placedAt })),
  ];
  const to = placeOf(
    { zip: shipTo?.zip ?? undefined, state: shipTo?.provinceCode ?? undefined },
    null,
  );
  const days = leaving.map(({ facilityId, at }) => {
    const from = facilities.find((one) => one.id === facilityId);
    return from === undefined ? null : promiseFrom(from, to, { at }).arrivesOn;
  });
  if (days.length === 0 || days.includes(null)) return null;
  return (
    days
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  );
}
