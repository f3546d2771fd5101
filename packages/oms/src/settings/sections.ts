// The business settings as a person names them, and where each of them is kept.

import { FEED_STEPS, RETENTION_NAMES, STAGE_NAMES } from '@sendsale/domain';
import type { MappingKind } from '../facilities/save-mapping.ts';

/** A section kept as mappings of one kind; `keys` where only certain words make sense. */
export interface MappingSection {
  readonly store: 'MAPPING';
  readonly kind: MappingKind;
  readonly keys: readonly string[] | null;
  /** The words that may stand there; null: any. */
  readonly values: readonly string[] | null;
  /** NetSuite's own id is wanted, not a name. */
  readonly isId: boolean;
  /** A whole number from 0 on is wanted, of this unit. */
  readonly unit?: 'minutes' | 'days';
}

/** A section kept as a field of a facility or of a shop. */
export interface FieldSection {
  readonly store: 'FACILITY' | 'SHOP';
  readonly field:
    'netsuite_location_id' | 'netsuite_department_id' | 'fulfilled_by' | 'netsuite_subsidiary_id';
  readonly values: readonly string[] | null;
  readonly isId: boolean;
}

export type Section = MappingSection | FieldSection;

/** Also feeds whose steps no timeline has. */
const OUTGOING_FEEDS = [...Object.keys(FEED_STEPS), 'pos-return'];

const mapping = (
  kind: MappingKind,
  isId: boolean,
  keys: readonly string[] | null = null,
): Section => ({
  store: 'MAPPING',
  kind,
  keys,
  values: null,
  isId,
});

const duration = (
  kind: MappingKind,
  unit: 'minutes' | 'days',
  keys: readonly string[],
): MappingSection => ({ store: 'MAPPING', kind, keys, values: null, isId: false, unit });

export const SETTING_SECTIONS = {
  /** The title of a shipping rate in Shopify → our shipping method. */
  'shipping-title': mapping('SHIPPING_METHOD', false),
  'shipping-method': mapping('NETSUITE_SHP_MTHD', true),
  'payment-method': mapping('NETSUITE_PMT_MTHD', true),
  'price-level': mapping('NETSUITE_PRICE_LEVEL', false, ['PRICE_LEVEL']),
  'tax-code': mapping('NETSUITE_TAX_CODE', false, ['DEFAULT']),
  'discount-item': mapping('NETSUITE_DISC_MTHD', false, ['SHOPIFY_DISC', 'SHOPIFY_ITEM_DISC']),
  'charge-item': mapping('NETSUITE_ITEM', true, [
    'TAX',
    'TIP',
    'DUTY',
    'ROUNDING',
    'SHIPPING',
    'GOODWILL',
    'GIFT_CARD',
    'CUSTOM_SALE',
  ]),
  channel: mapping('NETSUITE_CHANNEL', false),
  account: mapping('NETSUITE_ACCOUNT', true, ['ADJUSTMENT']),
  /** How long NetSuite may take to answer for a record before it is asked after, by feed. */
  'answer-minutes': duration('ANSWER_MINUTES', 'minutes', ['DEFAULT', ...OUTGOING_FEEDS]),
  /** How long an order may stand at a stage before it is a problem. */
  'stage-minutes': duration('STAGE_MINUTES', 'minutes', STAGE_NAMES),
  /** How long what came, what left and what happened is kept; 0 keeps it for ever. */
  'retention-days': duration('RETENTION_DAYS', 'days', RETENTION_NAMES),
  /**
   * What the comparison of the books accepts: VARIANCE_LIMIT is an amount an order, in its currency; GRACE_MINUTES how
   * long a record may be on its way.
   */
  reconciliation: mapping('RECONCILIATION', false, ['VARIANCE_LIMIT', 'GRACE_MINUTES']),
  'facility-location': {
    store: 'FACILITY',
    field: 'netsuite_location_id',
    values: null,
    isId: true,
  },
  'facility-department': {
    store: 'FACILITY',
    field: 'netsuite_department_id',
    values: null,
    isId: true,
  },
  /** What a shop is told, and how its customers are recognised (docs/setup/shopify.md). */
  'shopify-rule': {
    store: 'MAPPING',
    kind: 'SHOPIFY_RULE',
    keys: [
      'NOTIFY_CUSTOMER',
      'MOVE_FULFILLMENT_ORDERS',
      'TELL_INVENTORY',
      'MATCH_EMAIL',
      'MATCH_PHONE',
    ],
    values: ['yes', 'no'],
    isId: false,
  },
  /** Who ships from a facility: our stores, or NetSuite's warehouse people. */
  'facility-fulfilled-by': {
    store: 'FACILITY',
    field: 'fulfilled_by',
    values: ['OMS', 'NETSUITE'],
    isId: false,
  },
  subsidiary: { store: 'SHOP', field: 'netsuite_subsidiary_id', values: null, isId: true },
} as const satisfies Readonly<Record<string, Section>>;

export type SectionName = keyof typeof SETTING_SECTIONS;

/** The section of that name, or null. */
export function sectionOf(name: string): Section | null {
  return Object.hasOwn(SETTING_SECTIONS, name) ? SETTING_SECTIONS[name as SectionName] : null;
}
