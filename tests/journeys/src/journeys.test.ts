// Each journey on the screen it is mostly done on; `npm run journeys` walks all of them on every size.

import { afterAll, beforeAll, describe, test } from 'vitest';
import { accessJourneys } from './areas/access.ts';
import { accountantJourneys } from './areas/accountant.ts';
import { brokeringJourneys } from './areas/brokering.ts';
import { engineerJourneys } from './areas/engineer.ts';
import { floorJourneys } from './areas/floor.ts';
import { ordersJourneys } from './areas/orders.ts';
import { sellJourneys } from './areas/sell.ts';
import { walk } from './journey.ts';
import type { Journey } from './journey.ts';
import { BROWSER, openStage } from './stage.ts';
import type { Stage } from './stage.ts';

const JOURNEYS: readonly Journey[] = [
  ...sellJourneys,
  ...ordersJourneys,
  ...floorJourneys,
  ...accountantJourneys,
  ...brokeringJourneys,
  ...engineerJourneys,
  ...accessJourneys,
];

// oxlint-disable-next-line node/no-process-env -- a switch of the test run, not of the product
const ALL_SIZES = process.env['JOURNEY_SIZES'] === 'all';

// Where there is no browser, that is said, and nothing is claimed.
describe.skipIf(BROWSER === undefined)('in a browser (Chromium)', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(BROWSER ?? '');
  }, 240_000);
  afterAll(async () => stage.close(), 60_000);

  for (const journey of JOURNEYS) {
    for (const size of ALL_SIZES ? journey.sizes : journey.sizes.slice(0, 1)) {
      test(`${journey.name}, ${size}`, async () => walk(stage, journey, size), 180_000);
    }
  }
});
