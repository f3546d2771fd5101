// Brokering: rules changed in place and tried on the open orders, somebody else's version in between, and saved.

import { activeRules } from '@sendsale/store/read';
import { saveRules } from '@sendsale/oms';
import { expect } from 'vitest';
import type { Journey } from '../journey.ts';

export const brokeringJourneys: readonly Journey[] = [
  {
    name: 'an order manager tries changed rules, meets a colleague’s version, and saves',
    sizes: ['desktop'],
    troubles: /status of 409/,
    walk: async ({ page, comeIn, url, oms, look }) => {
      await comeIn('ORDER_MANAGER');
      await page.goto(`${url}/brokering`);
      await page
        .getByRole('button', { name: /The nearest facility that has everything/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Add a filter: A facility may ship that' }).click();
      await page.getByRole('option', { name: 'is not the store that sold the order' }).click();
      await look('rules');
      await page.getByRole('button', { name: 'Dry run' }).click();
      await page.getByText(/orders? would be decided differently/).waitFor();
      await page.locator('.map__land').waitFor();
      await look('trial');
      // A colleague is faster.
      const { rules } = await activeRules(oms.db);
      const colleague = { rules: { ...rules, notHereDays: 3 }, note: 'Three days', basedOn: null };
      await saveRules(oms.db, { ...colleague, actor: 'Colleague', at: new Date() });
      await page.getByRole('button', { name: 'Save as version' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Why this change?').fill('Not from the selling store');
      await dialog.getByRole('button', { name: 'Save as version' }).click();
      await page.getByRole('heading', { name: 'Somebody else was faster' }).waitFor();
      await look('conflict');
      await page.getByRole('button', { name: 'Keep my version' }).click();
      await page.getByLabel('Why this change?').fill('Not from the selling store, still');
      await page.getByRole('dialog').getByRole('button', { name: 'Save as version' }).click();
      await page.getByText('Version 2 is in force.').waitFor();
      const saved = await activeRules(oms.db);
      expect(saved).toMatchObject({ version: 2, madeBy: 'Sample order manager' });
      const [rule] = saved.rules.runs[0]?.batches[0]?.rules ?? [];
      expect(rule?.filters).toEqual([{ code: 'NOT_SELLING_STORE', args: {}, exclude: false }]);
      await page.getByRole('tab', { name: 'Versions' }).click();
      await page.getByRole('button', { name: /Three days/ }).waitFor();
      await look('versions');
    },
  },
];
