// A sheet to write on from top to bottom: text, bar codes and lines, in points.

import bwipjs from 'bwip-js/node';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { PDFFont, PDFPage } from 'pdf-lib';

export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

const INCH = 72;
export const LETTER: PaperSize = { width: 8.5 * INCH, height: 11 * INCH };
/** What label printers hold. */
export const LABEL: PaperSize = { width: 4 * INCH, height: 6 * INCH };

const MARGIN = 36;
const LINE = 1.3;

interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  /** From the left edge of the sheet. */
  readonly x?: number;
}

export class Paper {
  readonly #document: PDFDocument;
  readonly #size: PaperSize;
  readonly #plain: PDFFont;
  readonly #bold: PDFFont;
  #page: PDFPage;
  /** Where the next line goes, from the top. */
  #y = MARGIN;

  private constructor(
    document: PDFDocument,
    size: PaperSize,
    fonts: { readonly plain: PDFFont; readonly bold: PDFFont },
  ) {
    this.#document = document;
    this.#size = size;
    this.#plain = fonts.plain;
    this.#bold = fonts.bold;
    this.#page = document.addPage([size.width, size.height]);
  }

  static async open(size: PaperSize, facts: { title: string; at: Date }): Promise<Paper> {
    const document = await PDFDocument.create();
    document.setTitle(facts.title);
    document.setCreationDate(facts.at);
    document.setModificationDate(facts.at);
    document.setProducer('Sendsale');
    const plain = await document.embedFont(StandardFonts.Helvetica);
    const bold = await document.embedFont(StandardFonts.HelveticaBold);
    return new Paper(document, size, { plain, bold });
  }

  /** How far down the sheet is written. */
  get y(): number {
    return this.#y;
  }

  set y(y: number) {
    this.#y = y;
  }

  /** Writes lines, each cut into as many as the sheet is wide. */
  write(text: string, { size = 10, bold = false, x = MARGIN }: TextStyle = {}): void {
    const font = bold ? this.#bold : this.#plain;
    const width = this.#size.width - x - MARGIN;
    for (const line of wrapped(
      printable(text, font),
      (part) => font.widthOfTextAtSize(part, size) <= width,
    )) {
      this.room(size * LINE);
      this.#page.drawText(line, { x, y: this.#size.height - this.#y - size, size, font });
      this.#y += size * LINE;
    }
  }

  gap(points: number): void {
    this.#y += points;
  }

  rule(): void {
    this.room(8);
    const y = this.#size.height - this.#y - 3;
    this.#page.drawLine({
      start: { x: MARGIN, y },
      end: { x: this.#size.width - MARGIN, y },
      thickness: 0.7,
    });
    this.#y += 8;
  }

  /** A box to tick, beside the line that is written next. */
  box(x = MARGIN): void {
    const side = 11;
    this.#page.drawRectangle({
      x,
      y: this.#size.height - this.#y - side,
      width: side,
      height: side,
      borderWidth: 0.8,
    });
  }

  /** Code 128, which every scanner reads. Its own text stands below when it is wanted. */
  async barcode(
    text: string,
    { height = 36, x = MARGIN, width = 160 }: { height?: number; x?: number; width?: number } = {},
  ): Promise<void> {
    const png = await bwipjs.toBuffer({ bcid: 'code128', text, scale: 4, height: 10 });
    const image = await this.#document.embedPng(png);
    this.room(height);
    const y = this.#size.height - this.#y - height;
    this.#page.drawImage(image, { x, y, width: Math.min(width, image.width / 4), height });
    this.#y += height + 4;
  }

  async bytes(): Promise<Uint8Array> {
    return this.#document.save();
  }

  /** The next sheet, when this one ends before so much. */
  room(points: number): void {
    if (this.#y + points <= this.#size.height - MARGIN) return;
    this.#page = this.#document.addPage([this.#size.width, this.#size.height]);
    this.#y = MARGIN;
  }
}

/** Words on as many lines as they need; one that is too long for a line stands alone. */
function wrapped(text: string, fits: (part: string) => boolean): readonly string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    const longer = last === '' ? word : `${last} ${word}`;
    if (last === '' || fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const NEAREST: Readonly<Record<string, string>> = {
  Ł: 'L',
  ł: 'l',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  '→': '>',
};

/** The built-in fonts write Western European letters; others are written without their accents, or as a question mark. */
function printable(text: string, font: PDFFont): string {
  const known = new Set(font.getCharacterSet());
  const letters = Array.from(text.replaceAll(/\s+/g, ' '), (letter) => {
    if (known.has(letter.codePointAt(0) ?? 0)) return letter;
    const plain = NEAREST[letter] ?? letter.normalize('NFD').replaceAll(/\p{M}/gu, '');
    const isKnown = Array.from(plain).every((one) => known.has(one.codePointAt(0) ?? 0));
    return isKnown ? plain : '?';
  });
  return letters.join('');
}
