// The accountant: from the days to one day, a difference under its cause, and the sheet.

import { expect } from 'vitest';
import type { Journey } from '../journey.ts';

export const accountantJourneys: readonly Journey[] = [
  {
    name: 'an accountant finds what differs on a day, and why',
    sizes: ['desktop', 'phone'],
    walk: async ({ page, comeIn, url, look }) => {
      await comeIn('ACCOUNTANT');
      await page.goto(`${url}/reconciliation`);
      await page.getByRole('row', { name: /1 difference/ }).waitFor();
      await look('days');
      await page.getByRole('row', { name: /1 difference/ }).click();
      await page.getByText('invoice missing').waitFor();
      await look('day');
      await page.getByRole('tab', { name: 'Sheet' }).click();
      await page.getByLabel('Only what differs').check();
      await page.getByRole('row', { name: /#1002 Billed/ }).waitFor();
      expect(await page.getByRole('row', { name: /#1003/ }).count()).toBe(0);
      await look('sheet');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Sheet as CSV' }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^reconciliation-\d{4}-\d\d-\d\d\.csv$/);
    },
  },
];
