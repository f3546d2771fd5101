import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { drawLabel, drawPackingSlip, drawPicklist } from './draw-papers.ts';
import type { ParcelPaper } from './draw-papers.ts';

const AT = new Date('2026-11-24T12:00:00Z');
const FROM = {
  name: 'Boston Newbury Street',
  company: null,
  address1: '140 Newbury St',
  address2: null,
  city: 'Boston',
  region: 'MA',
  zip: '02116',
  country: 'US',
  phone: null,
  latitude: null,
  longitude: null,
};
const PARCEL: ParcelPaper = {
  orderName: '#1001',
  shop: 'Harbor & Fell',
  from: { name: FROM.name, address: FROM },
  // Letters that the built-in fonts have, have not but for an accent, and have not at all.
  shipTo: { ...FROM, name: 'Łukasz Żółć Müller 山田', address2: 'Apt 4' },
  shippingMethod: 'Standard',
  items: [
    { title: 'Harbor Parka - Navy / M', sku: 'HRB-NAV-M' },
    { title: 'Harbor Parka - Navy / M', sku: 'HRB-NAV-M' },
  ],
  isPart: true,
  carrier: 'UPS',
  trackingNumber: '1Z999AA10123456784',
  at: AT,
  language: 'de',
};

test.each([
  { draw: drawPackingSlip, title: 'Lieferschein #1001', width: 612 },
  { draw: drawLabel, title: '#1001', width: 288 },
])('a paper of a parcel is one sheet, whatever letters a name has: $title', async (one) => {
  const paper = await PDFDocument.load(await one.draw(PARCEL));
  expect(paper.getPageCount()).toBe(1);
  expect(paper.getTitle()).toBe(one.title);
  expect(paper.getPage(0).getWidth()).toBe(one.width);
});

test('a long picklist goes on over sheets, and is the same bytes for the same list', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => ({
    orderName: `#${1000 + index}`,
    sku: `SKU-${index}`,
    barcode: index % 2 === 0 ? `40063813339${String(index).padStart(2, '0')}` : null,
    title:
      'An article with a name that is much too long to stand on one line of the list beside its code',
    quantity: 1,
  }));
  const list = {
    id: 'PL10001',
    facility: 'Boston',
    madeBy: 'Tess',
    rows,
    at: AT,
    language: 'en',
  } as const;
  const bytes = await drawPicklist(list);
  expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(1);
  expect(Buffer.from(await drawPicklist(list)).equals(Buffer.from(bytes))).toBe(true);
});
