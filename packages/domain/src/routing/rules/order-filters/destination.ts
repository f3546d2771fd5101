// Takes items by where they go: a country (US) or a region of one (US-NY).

import type { OrderFilter } from '../units.ts';

export const destinationFilter: OrderFilter = {
  code: 'DESTINATION',
  label: 'goes to one of these countries or regions',
  args: [{ name: 'places', label: 'Countries (US) or regions (US-NY)', kind: 'texts' }],
  takes: ({ country, region }, _item, { args }) => {
    const places = args.texts('places');
    return places.has(country ?? '') || places.has(`${country ?? ''}-${region ?? ''}`);
  },
};
