// Lines that name a facility wait, with a problem, while that facility has no location in NetSuite.

import type { ProblemFacts } from '@sendsale/domain';
import type { Selection } from './export-feed.ts';

interface Placed {
  readonly orderId: string | null;
  readonly facilityId: string;
  readonly locationId: string | null;
}

/** A line whose facility has a NetSuite location. */
export type Located<Line> = Line & { readonly locationId: string };

/** Lines with a location are units; the others wait. */
export function sortByLocation<Line extends Placed>(
  lines: readonly Line[],
  subjectOf: (line: Line) => string,
): Selection<Located<Line>> {
  const units: Array<Located<Line>> = [];
  const problems: ProblemFacts[] = [];
  for (const line of lines) {
    const { locationId } = line;
    if (locationId === null) problems.push(unplaced(line, subjectOf(line)));
    else units.push({ ...line, locationId });
  }
  return { units, problems, examined: lines.map(subjectOf) };
}

function unplaced({ orderId, facilityId }: Placed, subject: string): ProblemFacts {
  return {
    code: 'SETTING_MISSING',
    subject,
    orderId,
    message: `Facility ${facilityId} has no NetSuite location.`,
    detail: { facilityId },
  };
}
