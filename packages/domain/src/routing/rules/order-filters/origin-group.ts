// Takes items by the facility groups of the store that sold them.

import type { OrderFilter } from '../units.ts';

export const originGroupFilter: OrderFilter = {
  code: 'ORIGIN_GROUP',
  label: 'was sold by a store of one of these facility groups',
  args: [{ name: 'groups', label: 'Facility groups', kind: 'texts' }],
  takes: (order, _item, { args, facility }) => {
    const selling = facility(order.sellingFacilityId);
    if (selling === null) return false;
    return [...args.texts('groups')].some((group) => selling.groups[group] !== undefined);
  },
};
