// The filters of the list as they stand in its address.

import { CHANNELS } from '@sendsale/api';
import type { Channel, OrderListQuery } from '@sendsale/api';

export interface OrderSearch {
  /** Number, id, email, last name, or the beginning of one. */
  readonly q?: string;
  /** Statuses with commas between. */
  readonly status?: string;
  readonly channel?: Channel;
  readonly facility?: string;
  readonly problem?: 'true';
}

export function readOrderSearch(search: Readonly<Record<string, unknown>>): OrderSearch {
  const q = text(search['q']);
  const status = text(search['status']);
  const facility = text(search['facility']);
  const channel = CHANNELS.find((one) => one === search['channel']);
  return {
    ...(q === null ? {} : { q }),
    ...(status === null ? {} : { status }),
    ...(facility === null ? {} : { facility }),
    ...(channel === undefined ? {} : { channel }),
    ...(String(search['problem']) === 'true' ? { problem: 'true' } : {}),
  };
}

/** The same as the server is asked for it. */
export function queryOf(search: OrderSearch): OrderListQuery {
  const q = search.q?.trim() ?? '';
  const { q: _, ...rest } = search;
  return { ...rest, ...(q === '' ? {} : { q }) };
}

// A number in an address is read as a number by the router.
function text(value: unknown): string | null {
  const said = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return said === '' ? null : said;
}
