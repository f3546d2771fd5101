// A draft order as plain JSON for the till and tests.
import { formatMinor } from '@sendsale/std';
import { originalTotals } from '../orders/totals.ts';
import { legacyId } from '../state/gid.ts';
import type { Draft } from '../state/model.ts';
import type { Shop } from '../state/shop.ts';

export function draftView(shop: Shop, draft: Draft) {
  const { currency } = shop.seed.shop;
  const totals = originalTotals(draft.priced);
  return {
    id: draft.id,
    legacyId: legacyId(draft.id),
    name: draft.name,
    status: draft.status,
    orderId: draft.orderId && legacyId(draft.orderId),
    invoiceUrl: draft.invoiceUrl,
    invoiceSentAt: draft.invoiceSentAt,
    reserveUntil: draft.reserveUntil,
    reserved: draft.reserved.map(({ variantId, locationId, quantity }) => ({
      sku: shop.variants.get(variantId)?.sku ?? null,
      locationId: legacyId(locationId),
      quantity,
    })),
    subtotal: formatMinor(totals.subtotal, currency),
    shipping: formatMinor(totals.shipping, currency),
    tax: formatMinor(totals.tax, currency),
    total: formatMinor(totals.total, currency),
    lines: draft.priced.lines.map(({ sku, title, quantity }) => ({ sku, title, quantity })),
  };
}
