// Which postings of a kind can be written now, and what holds the others back.

import type { PostingKind } from '@sendsale/domain';
import type { Database, FindMapping } from '@sendsale/store/read';
import { duePostings, readMappings, withDiscountItems } from '@sendsale/store/read';
import type { ExportFeedName } from '../contract/index.ts';
import type { Selection } from '../feeds/export-feed.ts';
import { BOOKING_MAPPINGS, makeBooking } from './booking.ts';
import type { Booking } from './booking.ts';
import { findObstacles, POSTING_OBSTACLES } from './find-obstacles.ts';

/** Looks at due postings and sorts them into bookings and obstacles. */
export async function selectPostings(
  db: Database,
  options: { readonly feed: ExportFeedName; readonly kind: PostingKind; readonly limit: number },
): Promise<Selection<Booking>> {
  const stored = await readMappings(db, { kinds: BOOKING_MAPPINGS });
  const mapping = await withDiscountItems(db, stored);
  const due = await duePostings(db, { ...options, obstacles: POSTING_OBSTACLES });
  const isCashSale = options.kind === 'CASH_SALE';
  return sortBookings(
    due.map((posting) => makeBooking(posting, mapping, isCashSale)),
    mapping,
  );
}

/** The pure half: bookings without obstacle are units, the others' obstacles problems. */
export function sortBookings(
  bookings: readonly Booking[],
  mapping: FindMapping,
): Selection<Booking> {
  const checked = bookings.map((booking) => ({
    booking,
    obstacles: findObstacles(booking, mapping),
  }));
  return {
    units: checked.filter((one) => one.obstacles.length === 0).map((one) => one.booking),
    problems: checked.flatMap((one) => one.obstacles),
    examined: bookings.map((booking) => booking.posting.postingId),
  };
}
