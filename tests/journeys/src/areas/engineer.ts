// The integration engineer: a cause is taken on and noted, a job is paused, a mapping is changed, feeds are looked through.

import { listJobs } from '@sendsale/platform/jobs';
import { expect } from 'vitest';
import type { Journey } from '../journey.ts';

export const engineerJourneys: readonly Journey[] = [
  {
    name: 'an engineer takes on a cause of problems',
    sizes: ['desktop', 'phone'],
    walk: async ({ page, url, comeIn, look }) => {
      await comeIn('ENGINEER');
      await page.goto(`${url}/problems`);
      const cause = page.getByRole('row', { name: /The order has no customer/ });
      await cause.waitFor();
      await look('problems');
      await cause.click();
      await page.getByText('What to do').waitFor();
      await page.getByRole('button', { name: 'Assign to me' }).click();
      await page.locator('dd', { hasText: 'Sample engineer' }).waitFor();
      await look('cause');
    },
  },
  {
    name: 'an engineer pauses a job and looks through feeds and mappings',
    sizes: ['desktop'],
    walk: async ({ page, url, oms, comeIn, look }) => {
      await comeIn('ENGINEER');
      await page.goto(`${url}/jobs`);
      await page.getByRole('row', { name: /approve-orders/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).waitFor();
      await look('job');
      const jobs = await listJobs(oms.db, oms.jobDefinitions);
      expect(jobs.find(({ name }) => name === 'approve-orders')?.paused).toBe(true);
      await page.goto(`${url}/feeds`);
      await page
        .getByRole('row', { name: /sales-order/ })
        .first()
        .waitFor();
      await look('feeds');
      await page.goto(`${url}/settings`);
      await page.getByRole('grid', { name: 'Mappings and settings' }).waitFor();
      await look('mappings');
    },
  },
  {
    name: 'an engineer sees the connections, and what is not set up',
    sizes: ['desktop', 'phone'],
    walk: async ({ page, url, comeIn, look }) => {
      await comeIn('ENGINEER');
      await page.goto(`${url}/connections`);
      await page.getByText('Files to and from NetSuite').waitFor();
      expect(await page.getByText('Not set up').count()).toBe(3);
      await look('connections');
    },
  },
];
