// How lines of a posting are told apart in NetSuite: custcol_hc_order_line_id holds the key,
// custcol_hc_orderline_type_id says what a line is when it is no goods (contract §2.3).

/** Marks the discount line of an item; the item's seq follows. NetSuite's exports look for this text. */
export const DISCOUNT_LINE_PREFIX = 'HC_DISCOUNT_';

/** Line types of ours for charges that are no goods. Product lines have none. */
export const CHARGE_LINE_TYPES = {
  TAX: 'HC_TAX',
  TIP: 'HC_TIP',
  DUTY: 'HC_DUTY',
  ROUNDING: 'HC_ROUNDING',
} as const;

/** The name NetSuite gives "no tax on this line"; tax is posted as a line of its own. */
export const NOT_TAXABLE = '-Not Taxable-';
