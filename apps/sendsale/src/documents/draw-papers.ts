// The papers of a store: the list one walks with, the slip in the box, the label on it.

import type { Address } from '@sendsale/domain';
import type { PicklistRow } from '@sendsale/store/read';
import { LABEL, LETTER, Paper } from './paper.ts';
import { PAPER_WORDS } from './words.ts';
import type { PaperLanguage } from './words.ts';

interface Drawn {
  readonly language: PaperLanguage;
  readonly at: Date;
}

export interface PicklistPaper extends Drawn {
  readonly id: string;
  readonly facility: string;
  readonly madeBy: string;
  readonly rows: readonly PicklistRow[];
}

const CODE_X = 420;
const TEXT_X = 60;

/** One row an article and order, with the code of its label to scan. */
export async function drawPicklist(list: PicklistPaper): Promise<Uint8Array> {
  const words = PAPER_WORDS[list.language];
  const paper = await Paper.open(LETTER, { title: `${words.picklist} ${list.id}`, at: list.at });
  paper.write(`${words.picklist} ${list.id}`, { size: 18, bold: true });
  const count = list.rows.reduce((sum, row) => sum + row.quantity, 0);
  const date = new Intl.DateTimeFormat(list.language, { dateStyle: 'medium' }).format(list.at);
  paper.write(`${list.facility} · ${words.by} ${list.madeBy} · ${date} · ${count} ${words.items}`);
  paper.gap(6);
  await paper.barcode(list.id);
  for (const row of list.rows) {
    paper.rule();
    paper.room(44);
    const top = paper.y;
    paper.box();
    paper.write(`${row.quantity} × ${row.title}`, { size: 11, bold: true, x: TEXT_X });
    paper.write([row.sku, row.orderName].filter((part) => part !== null).join(' · '), {
      x: TEXT_X,
    });
    const bottom = paper.y;
    const code = row.barcode ?? row.sku;
    if (code !== null) {
      paper.y = top;
      await paper.barcode(code, { x: CODE_X, height: 24, width: 150 });
    }
    paper.y = Math.max(bottom, paper.y);
  }
  return paper.bytes();
}

export interface ParcelPaper extends Drawn {
  readonly orderName: string;
  readonly shop: string;
  readonly from: { readonly name: string; readonly address: Address };
  readonly shipTo: Address | null;
  readonly shippingMethod: string | null;
  readonly items: ReadonlyArray<{ readonly title: string; readonly sku: string | null }>;
  /** Other items of the order come in another parcel. */
  readonly isPart: boolean;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
}

export async function drawPackingSlip(parcel: ParcelPaper): Promise<Uint8Array> {
  const words = PAPER_WORDS[parcel.language];
  const title = `${words.packingSlip} ${parcel.orderName}`;
  const paper = await Paper.open(LETTER, { title, at: parcel.at });
  paper.write(parcel.shop, { size: 18, bold: true });
  paper.write(`${words.packingSlip} · ${words.order} ${parcel.orderName}`, { size: 12 });
  paper.gap(8);
  await paper.barcode(parcel.orderName);
  paper.gap(10);
  paper.write(words.shipTo, { bold: true });
  for (const line of linesOf(parcel.shipTo)) paper.write(line);
  paper.gap(8);
  paper.write(words.shippedFrom, { bold: true });
  paper.write(parcel.from.name);
  paper.gap(10);
  paper.rule();
  for (const { title: name, sku, count } of counted(parcel.items)) {
    paper.write(`${count} × ${name}`, { size: 11, bold: true });
    if (sku !== null) paper.write(sku);
    paper.rule();
  }
  paper.gap(10);
  if (parcel.isPart) paper.write(words.partial);
  paper.write(words.thanks);
  return paper.bytes();
}

/** For a printer of 4 × 6 inches. The carrier's own label is its to print; this one addresses the box. */
export async function drawLabel(parcel: ParcelPaper): Promise<Uint8Array> {
  const words = PAPER_WORDS[parcel.language];
  const paper = await Paper.open(LABEL, { title: parcel.orderName, at: parcel.at });
  paper.write(words.from, { size: 7 });
  paper.write(parcel.shop, { size: 8, bold: true });
  for (const line of linesOf(parcel.from.address).slice(1)) paper.write(line, { size: 8 });
  paper.rule();
  paper.write(words.to, { size: 8 });
  for (const [index, line] of linesOf(parcel.shipTo).entries()) {
    paper.write(line, { size: 13, bold: index === 0 });
  }
  paper.gap(6);
  paper.rule();
  paper.write([parcel.carrier, parcel.shippingMethod].filter((part) => part !== null).join(' · '), {
    size: 12,
    bold: true,
  });
  paper.gap(6);
  if (parcel.trackingNumber !== null) {
    paper.write(words.tracking, { size: 8 });
    await paper.barcode(parcel.trackingNumber, { height: 60, width: 216 });
    paper.write(parcel.trackingNumber, { size: 11 });
    paper.gap(8);
  }
  paper.write(`${words.order} ${parcel.orderName}`, { size: 8 });
  await paper.barcode(parcel.orderName, { height: 30, width: 140 });
  return paper.bytes();
}

interface Counted {
  readonly title: string;
  readonly sku: string | null;
  readonly count: number;
}

function counted(items: ParcelPaper['items']): readonly Counted[] {
  const lines = new Map<string, Counted>();
  for (const { title, sku } of items) {
    const key = `${sku ?? ''} ${title}`;
    lines.set(key, { title, sku, count: (lines.get(key)?.count ?? 0) + 1 });
  }
  return [...lines.values()];
}

/** As it stands on an envelope. */
function linesOf(address: Address | null): readonly string[] {
  if (address === null) return [];
  const { name, company, address1, address2, city, region, zip, country } = address;
  const place = [city, [region, zip].filter((part) => part !== null).join(' ')]
    .filter((part) => part !== null && part !== '')
    .join(', ');
  return [name, company, address1, address2, place, country].filter(
    (line): line is string => line !== null && line.trim() !== '',
  );
}
