// Keeps units back beyond the facility's safety stock.

import type { StockFilter } from '../units.ts';

export const brokeringSafetyStockFilter: StockFilter = {
  code: 'BROKERING_SAFETY_STOCK',
  label: 'so many units of each product stay where they are',
  kind: 'STOCK',
  args: [{ name: 'units', label: 'Units', kind: 'number', min: 0 }],
  usable: ({ available }, args) => Math.max(0, available - args.number('units')),
};
