// Splits only where every part, and what is left, is worth a parcel.

import type { RuleFilter } from '../units.ts';

export const shipmentThresholdFilter: RuleFilter = {
  code: 'SHIPMENT_THRESHOLD',
  label: 'each part of a split order is worth at least so much',
  kind: 'RULE',
  args: [{ name: 'minorUnits', label: 'Value in minor units (cents)', kind: 'number', min: 0 }],
  change: (options, args) => ({ ...options, shipmentValueMinor: args.number('minorUnits') }),
};
