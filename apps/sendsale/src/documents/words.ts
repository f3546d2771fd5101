// The words on the papers of a store.

export const PAPER_LANGUAGES = ['en', 'de'] as const;
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number];

interface PaperWords {
  readonly picklist: string;
  readonly by: string;
  readonly items: string;
  readonly packingSlip: string;
  readonly order: string;
  readonly shipTo: string;
  readonly shippedFrom: string;
  readonly from: string;
  readonly to: string;
  readonly tracking: string;
  readonly thanks: string;
  readonly partial: string;
}

export const PAPER_WORDS: Readonly<Record<PaperLanguage, PaperWords>> = {
  en: {
    picklist: 'Picklist',
    by: 'for',
    items: 'items',
    packingSlip: 'Packing slip',
    order: 'Order',
    shipTo: 'Ships to',
    shippedFrom: 'Ships from',
    from: 'FROM',
    to: 'TO',
    tracking: 'Tracking number',
    thanks: 'Thank you for your order.',
    partial: 'This parcel is a part of your order; the rest comes in another one.',
  },
  de: {
    picklist: 'Pickliste',
    by: 'für',
    items: 'Artikel',
    packingSlip: 'Lieferschein',
    order: 'Auftrag',
    shipTo: 'Versand an',
    shippedFrom: 'Versand aus',
    from: 'VON',
    to: 'AN',
    tracking: 'Sendungsnummer',
    thanks: 'Vielen Dank für Ihre Bestellung.',
    partial: 'Dieses Paket ist ein Teil Ihrer Bestellung; der Rest kommt in einem weiteren.',
  },
};
