// How far a sale has come, as one word: what the customer would ask.

import type { SaleDetail } from '@sendsale/api';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/badge.tsx';
import { SELL_TEXT } from './text.ts';

export const SALE_STAGES = [
  'UNCLEAR',
  'AT_TILL',
  'INVOICED',
  'PAID',
  'PREPARED',
  'PARTLY_SHIPPED',
  'SHIPPED',
  'CANCELLED',
  'FAILED',
] as const;
export type SaleStage = (typeof SALE_STAGES)[number];

const TONES: Readonly<Record<SaleStage, Tone>> = {
  UNCLEAR: 'warn',
  AT_TILL: 'info',
  INVOICED: 'info',
  PAID: 'info',
  PREPARED: 'info',
  PARTLY_SHIPPED: 'good',
  SHIPPED: 'good',
  CANCELLED: 'calm',
  FAILED: 'bad',
};

export function saleStage({ state, order }: SaleDetail): SaleStage {
  if (order === null) {
    if (state === 'OPEN') return 'AT_TILL';
    if (state === 'PLACING') return 'UNCLEAR';
    // Paid in Shopify; the order comes with the next look.
    return state === 'COMPLETED' ? 'PAID' : state;
  }
  if (order.status === 'CANCELLED') return 'CANCELLED';
  const items = order.items.filter(({ status }) => status !== 'CANCELLED');
  const left = items.filter(({ status }) => status === 'COMPLETED').length;
  if (left > 0) return left === items.length ? 'SHIPPED' : 'PARTLY_SHIPPED';
  return items.every(({ facilityId }) => facilityId !== null) ? 'PREPARED' : 'PAID';
}

export function SaleBadge({ sale }: { readonly sale: SaleDetail }): ReactNode {
  const t = useText(SELL_TEXT);
  const stage = saleStage(sale);
  return <Badge tone={TONES[stage]}>{t(stage)}</Badge>;
}
