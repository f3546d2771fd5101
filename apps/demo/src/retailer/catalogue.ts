// The sample retailer's products: 12 styles in three colours and six sizes, 216 SKUs, and the few that
// the scenarios are about.

export interface Variant {
  readonly sku: string;
  /** EAN-13, as the label has it. */
  readonly barcode: string;
  readonly title: string;
  readonly style: string;
  readonly color: string;
  readonly size: string;
  readonly priceMinor: number;
  readonly weightGrams: number;
  /** Shopify ids, legacy. */
  readonly productId: string;
  readonly variantId: string;
  readonly inventoryItemId: string;
}

interface Style {
  readonly code: string;
  readonly title: string;
  readonly priceMinor: number;
  readonly weightGrams: number;
  readonly colors: readonly string[];
}

// prettier-ignore
const STYLES: readonly Style[] = [
  { code: 'HRB', title: 'Harbor Parka', priceMinor: 24800, weightGrams: 1400, colors: ['Navy', 'Moss', 'Sand'] },
  { code: 'CAN', title: 'Canal Trench', priceMinor: 29850, weightGrams: 1200, colors: ['Stone', 'Black', 'Olive'] },
  { code: 'FEL', title: 'Fell Fleece', priceMinor: 9895, weightGrams: 520, colors: ['Oat', 'Pine', 'Ink'] },
  { code: 'OXF', title: 'Oxford Shirt', priceMinor: 7950, weightGrams: 310, colors: ['White', 'Blue', 'Rose'] },
  { code: 'LIN', title: 'Linen Shirt', priceMinor: 8995, weightGrams: 240, colors: ['White', 'Sage', 'Clay'] },
  { code: 'TEE', title: 'Pocket Tee', priceMinor: 3495, weightGrams: 190, colors: ['White', 'Grey', 'Black'] },
  { code: 'CRW', title: 'Merino Crew', priceMinor: 11850, weightGrams: 350, colors: ['Charcoal', 'Camel', 'Wine'] },
  { code: 'CRD', title: 'Lambswool Cardigan', priceMinor: 13995, weightGrams: 480, colors: ['Navy', 'Cream', 'Rust'] },
  { code: 'CHN', title: 'Slim Chino', priceMinor: 8850, weightGrams: 560, colors: ['Khaki', 'Navy', 'Stone'] },
  { code: 'JNS', title: 'Selvedge Jean', priceMinor: 14800, weightGrams: 760, colors: ['Indigo', 'Black', 'Washed'] },
  { code: 'SKT', title: 'Pleated Skirt', priceMinor: 10995, weightGrams: 420, colors: ['Black', 'Plaid', 'Green'] },
  { code: 'DRS', title: 'Wrap Dress', priceMinor: 16850, weightGrams: 450, colors: ['Poppy', 'Black', 'Dot'] },
];

export const SIZES = ['XS', 'S', 'M', 'L', 'XL', 'XXL'] as const;

/** All variants, in a stable order. */
export const VARIANTS: readonly Variant[] = STYLES.flatMap((style) =>
  style.colors.flatMap((color) => SIZES.map((size) => ({ style, color, size }))),
).map(variant);

/** In Shopify but not in NetSuite until the unknown-item scenario adds them there, one a run. */
export const UNKNOWN_IN_NETSUITE: readonly string[] = SIZES.map((size) => `DRS-DOT-${size}`);

/** What a store does not find, one a run: once rejected, it is not asked for there again for a week. */
export const NOT_FOUND_IN_STORE: readonly string[] = SIZES.map((size) => `JNS-IND-${size}`);

interface Choice {
  readonly style: Style;
  readonly color: string;
  readonly size: string;
}

function variant({ style, color, size }: Choice, index: number): Variant {
  return {
    sku: `${style.code}-${color.slice(0, 3).toUpperCase()}-${size}`,
    barcode: ean13(200_000_000_000 + index),
    title: style.title,
    style: style.code,
    color,
    size,
    priceMinor: style.priceMinor,
    weightGrams: style.weightGrams,
    productId: String(8_100_000_001 + STYLES.indexOf(style)),
    variantId: String(44_000_000_001 + index),
    inventoryItemId: String(46_000_000_001 + index),
  };
}

/** With its check digit. Numbers that begin with 2 are a retailer's own. */
function ean13(twelveDigits: number): string {
  const digits = String(twelveDigits);
  const sum = digits
    .split('')
    .reduce((so, digit, at) => so + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
