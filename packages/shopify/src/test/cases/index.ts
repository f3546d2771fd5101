// The whole collection.

import type { Case } from './case.ts';
import { CHANGES } from './change-cases.ts';
import { CHARGES } from './charge-cases.ts';
import { CLAIMS } from './claim-cases.ts';
import { DISCOUNTS } from './discount-cases.ts';
import { EDGES } from './edge-cases.ts';
import { PAYMENTS } from './payment-cases.ts';
import { REST } from './rest-cases.ts';
import { REST_EDGES } from './rest-edge-cases.ts';
import { TRAVEL } from './travel-cases.ts';

export const CASES: readonly Case[] = [
  ...TRAVEL,
  ...CLAIMS,
  ...DISCOUNTS,
  ...CHARGES,
  ...PAYMENTS,
  ...CHANGES,
  ...REST,
  ...EDGES,
  ...REST_EDGES,
];
