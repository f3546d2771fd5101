// The ten sample orders: each shows one way an order can travel. Where stock lies for them is in retailer/stock.ts.

import { carryOutEnd, sendSaleEnd } from './scenario.ts';
import type { Scenario, ScenarioLine } from './scenario.ts';

const CARD = [{ gateway: 'shopify_payments', amountMinor: 'rest' }] as const;
const STANDARD = { title: 'Standard', priceMinor: 995 } as const;
const FREE = { title: 'Standard', priceMinor: 0 } as const;

export interface SkusOfRun {
  /** NetSuite does not have it yet. */
  readonly unknownSku: string;
  /** The nearest store will not find it. */
  readonly missingSku: string;
}

export function sampleScenarios({ unknownSku, missingSku }: SkusOfRun): Scenario[] {
  return [
    sale('send-sale', { lines: [ship('HRB-NAV-M')], end: sendSaleEnd({ shippedFrom: ['DCA'] }) }),
    sale('send-sale-warehouse', {
      ...CHICAGO,
      lines: [ship('HRB-MOS-L')],
      end: sendSaleEnd({ shippedFrom: ['RNO'] }),
    }),
    sale('send-sale-split', {
      ...DALLAS,
      lines: [ship('CAN-STO-S'), ship('FEL-PIN-M')],
      end: sendSaleEnd({ fulfillments: 2, shippedFrom: ['CHI', 'RNO'] }),
    }),
    sale('send-sale-discount', {
      lines: [{ ...ship('CRW-CAM-L'), quantity: 2, discountMinor: 500 }, ship('OXF-BLU-S')],
      orderDiscount: { code: 'FALL10', percent: 10 },
      shipping: STANDARD,
      payments: [{ gateway: 'gift_card', amountMinor: 5000 }, ...CARD],
      end: sendSaleEnd({ deposits: 2, shippedFrom: ['CMH'] }),
    }),
    sale('send-sale-cancelled', {
      ...CHICAGO,
      lines: [ship('CRD-NAV-M')],
      end: sendSaleEnd({ status: 'CANCELLED', refunds: 1, fulfillments: 0, shippedFrom: [] }),
    }),
    sale('send-sale-rejected', {
      ...SAN_FRANCISCO,
      customerId: '7300000009',
      lines: [ship(missingSku)],
      end: sendSaleEnd({ shippedFrom: ['PHX'] }),
    }),
    sale('carry-out', {
      ...SAN_FRANCISCO,
      lines: [{ ...ship('TEE-GRE-M'), quantity: 2, delivery: 'CARRY_OUT' }],
      shipping: null,
      end: carryOutEnd(),
    }),
    sale('mixed', {
      ...SAN_FRANCISCO,
      lines: [{ ...ship('CHN-KHA-M'), delivery: 'CARRY_OUT' }, ship('SKT-PLA-S')],
      shipping: STANDARD,
      end: sendSaleEnd({ cashSales: 1, shippedFrom: ['SEA'] }),
    }),
    sale('web', {
      placeId: null,
      associateId: null,
      customerId: '7300000006',
      lines: [ship('DRS-BLA-M')],
      shipping: STANDARD,
      end: sendSaleEnd({ shippedFrom: ['DAL'] }),
    }),
    sale('unknown-item', {
      ...DALLAS,
      lines: [ship(unknownSku)],
      end: sendSaleEnd({ shippedFrom: ['ATL'] }),
    }),
  ];
}

const CHICAGO = { placeId: 'CHI', associateId: '90000003', customerId: '7300000003' } as const;
const DALLAS = { placeId: 'DAL', associateId: '90000004', customerId: '7300000006' } as const;
const SAN_FRANCISCO = {
  placeId: 'SFO',
  associateId: '90000002',
  customerId: '7300000002',
} as const;

type Wanted = Pick<Scenario, 'lines' | 'end'> & Partial<Omit<Scenario, 'name'>>;

// Unless said otherwise: rung up in New York for a customer in Philadelphia, free shipping, one card.
function sale(name: Scenario['name'], wanted: Wanted): Scenario {
  return {
    name,
    placeId: 'NYC',
    associateId: '90000001',
    customerId: '7300000001',
    orderDiscount: null,
    shipping: FREE,
    payments: CARD,
    ...wanted,
  };
}

function ship(sku: string): ScenarioLine {
  return { sku, quantity: 1, delivery: 'SHIP', discountMinor: 0 };
}
