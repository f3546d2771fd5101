import { sumMinor, parseMinor } from '@sendsale/std';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../../codec/read-csv.ts';
import { SALES_ORDER_COLUMNS } from '../../contract/index.ts';
import {
  sampleAdjustment,
  sampleBooking,
  sampleItem,
  samplePosting,
} from '../../test/sample-posting.ts';
import { encodeSalesOrders } from './encode.ts';

const amount = fc.integer({ min: -100_000, max: 100_000 });
const items = fc.array(
  fc.record({
    quantity: fc.integer({ min: 1, max: 9 }),
    unitPriceMinor: fc.integer({ min: 0, max: 500_000 }),
  }),
  { minLength: 1, maxLength: 6 },
);
const adjustments = fc.array(
  fc.record({
    kind: fc.constantFrom(
      ...(['LINE_DISCOUNT', 'ORDER_DISCOUNT', 'TAX', 'SHIPPING', 'SHIPPING_DISCOUNT'] as const),
      ...(['SHIPPING_TAX', 'TIP', 'DUTY', 'ROUNDING'] as const),
    ),
    itemSeq: fc.constantFrom(null, '00001'),
    amountMinor: amount,
  }),
  { maxLength: 12 },
);

function minor(text: string | null | undefined): number {
  const value = parseMinor(text ?? '0', 'USD');
  if (value === null) throw new Error(`${text} is no amount`);
  return value;
}

test('what NetSuite adds up from the rows is the order to the cent, whatever the order is', () => {
  fc.assert(
    fc.property(items, adjustments, (someItems, someAdjustments) => {
      const posting = samplePosting({
        items: someItems.map((item, index) => sampleItem({ ...item, seq: `0000${index + 1}` })),
        adjustments: someAdjustments.map(sampleAdjustment),
      });
      const file = encodeSalesOrders([sampleBooking(posting)]);
      const read = readCsv(new TextEncoder().encode(file.content), SALES_ORDER_COLUMNS);
      const rows = read.ok ? read.value : [];
      const fields = rows.map((row) => ('fields' in row ? row.fields : {}));
      const lines = fields.map((row) => Number(row['quantity']) * minor(row['price']));
      const body = minor(fields[0]?.['rate']) + minor(fields[0]?.['shippingCost']);
      const expected = sumMinor([
        ...posting.items.map((item) => item.quantity * item.unitPriceMinor),
        ...posting.adjustments.map((adjustment) => adjustment.amountMinor),
      ]);
      expect(sumMinor([...lines, body])).toBe(expected);
    }),
  );
});

test('every text an order can hold is read back as it was sent', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 40 });
  fc.assert(
    fc.property(texts, texts, fc.string({ maxLength: 40 }), (name, city, note) => {
      const base = samplePosting();
      const shipTo = base.shipTo === null ? null : { ...base.shipTo, name, city };
      const file = encodeSalesOrders([sampleBooking({ ...base, shipTo, note })]);
      const read = readCsv(new TextEncoder().encode(file.content), SALES_ORDER_COLUMNS);
      const [first] = read.ok ? read.value : [];
      const clean = (text: string): string | null => {
        const trimmed = text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').trim();
        return ['', 'null', 'undefined'].includes(trimmed) ? null : trimmed;
      };
      const fields = first !== undefined && 'fields' in first ? first.fields : {};
      expect([fields['addressee'], fields['city'], fields['orderNote']]).toEqual(
        [name, city, note].map(clean),
      );
    }),
  );
});
