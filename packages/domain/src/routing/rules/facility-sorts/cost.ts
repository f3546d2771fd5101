// The cheapest facility comes first, by the cost table and what its rejections cost.

import type { FacilitySort } from '../units.ts';

export const costSort: FacilitySort = {
  code: 'COST',
  label: 'cheapest first',
  args: [],
  key: ({ cost }) => cost,
};
