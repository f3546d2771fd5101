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

// Where there is no browser, that is said, and nothing is claimed.
describe.skipIf(BROWSER === undefined)('in a browser (Chromium)', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(BROWSER ?? '');
  }, 240_000);
  afterAll(async () => stage.close(), 60_000);

  for (const journey of JOURNEYS) {
    for (const size of journey.sizes) {
      test(`${journey.name}, ${size}`, async () => walk(stage, journey, size), 180_000);
    }
  }
});
