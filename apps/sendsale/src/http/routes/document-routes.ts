// The papers of a facility as PDF: picklist, packing slip, label. Only of what it works on, or has shipped.

import { DOCUMENTS } from '@sendsale/api';
import { facilityToday, picklistRows, showOrder } from '@sendsale/store/read';
import type { OrderDetail } from '@sendsale/store/read';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { drawLabel, drawPackingSlip, drawPicklist } from '../../documents/draw-papers.ts';
import { PAPER_LANGUAGES } from '../../documents/words.ts';
import type { PaperLanguage } from '../../documents/words.ts';
import { refuseOtherFacility } from '../access/caller.ts';
import { may } from '../access/declared.ts';
import { notFound } from '../errors.ts';

const tags = ['fulfillment'];
const params = z.object({ id: z.string(), kind: z.enum(DOCUMENTS), of: z.string() });
const short = z.string().max(60).optional();
const querystring = z.object({
  language: z.enum(PAPER_LANGUAGES).default('en'),
  /** Of a label that is printed before the parcel has left. */
  carrier: short,
  trackingNumber: short,
});

interface Wanted {
  readonly facilityId: string;
  readonly of: string;
  readonly language: PaperLanguage;
  readonly carrier?: string | undefined;
  readonly trackingNumber?: string | undefined;
}

export function documentRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/facilities/:id/documents/:kind/:of',
      { config: may('fulfillment.work'), schema: { tags, params, querystring } },
      async (request, reply) => {
        const { id: facilityId, kind, of } = request.params;
        refuseOtherFacility(request, facilityId);
        const wanted = { facilityId, of, ...request.query };
        const bytes =
          kind === 'picklist' ? await picklist(oms, wanted) : await parcel(oms, kind, wanted);
        return reply
          .header('content-type', 'application/pdf')
          .header(
            'content-disposition',
            `inline; filename="${kind}-${of.replaceAll(/[^\w-]/g, '')}.pdf"`,
          )
          .send(Buffer.from(bytes));
      },
    );
  };
}

async function picklist(oms: Oms, { facilityId, of, language }: Wanted): Promise<Uint8Array> {
  const list = await picklistRows(oms.db, { facilityId, picklistId: of });
  const today = await facilityToday(oms.db, { facilityId, at: oms.clock.now() });
  if (list === null || today === null) throw notFound(`picklist ${of} of ${facilityId}`);
  const { madeBy, madeAt, rows } = list;
  return drawPicklist({ id: of, facility: today.name, madeBy, rows, at: madeAt, language });
}

async function parcel(
  oms: Oms,
  kind: 'packing-slip' | 'label',
  wanted: Wanted,
): Promise<Uint8Array> {
  const { facilityId, of, language } = wanted;
  const at = oms.clock.now();
  const order = await showOrder(oms.db, of, [facilityId]);
  const today = await facilityToday(oms.db, { facilityId, at });
  const mine = order?.items.filter(
    (item) => item.facilityId === facilityId && item.status !== 'CANCELLED',
  );
  if (order === null || today === null || mine === undefined || mine.length === 0) {
    throw notFound(`parcel of order ${of} at ${facilityId}`);
  }
  const shipment = order.shipments.find((one) => one.facilityId === facilityId);
  const group = order.shipGroups.find(({ seq }) => seq === mine[0]?.shipGroupSeq);
  const facts = {
    orderName: order.name,
    shop: (await shopName(oms, order.shopId)) ?? today.name,
    from: { name: today.name, address: today.address },
    shipTo: order.shipTo,
    shippingMethod: group?.shippingTitle ?? group?.shippingMethod ?? null,
    items: mine,
    isPart: travelling(order).length > mine.length,
    carrier: shipment?.carrier ?? wanted.carrier ?? null,
    trackingNumber: shipment?.trackingNumber ?? wanted.trackingNumber ?? null,
    at,
    language,
  };
  return kind === 'label' ? drawLabel(facts) : drawPackingSlip(facts);
}

function travelling({ items, shipGroups }: OrderDetail) {
  const ships = new Set(
    shipGroups.filter(({ delivery }) => delivery === 'SHIP').map(({ seq }) => seq),
  );
  return items.filter(
    ({ status, shipGroupSeq }) => status !== 'CANCELLED' && ships.has(shipGroupSeq),
  );
}

async function shopName(oms: Oms, shopId: string): Promise<string | null> {
  const row = await oms.db
    .selectFrom('shop')
    .where('id', '=', shopId)
    .select('name')
    .executeTakeFirst();
  return row?.name ?? null;
}
