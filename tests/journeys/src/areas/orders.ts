// The order manager, with the keyboard only: from the board to a held order and back; filters that are kept.

import { auditEntries, showOrder } from '@sendsale/store/read';
import { expect } from 'vitest';
import type { Journey } from '../journey.ts';

export const ordersJourneys: readonly Journey[] = [
  {
    name: 'an order manager sees what is stuck on the board',
    sizes: ['desktop', 'tablet', 'phone'],
    walk: async ({ page, url, comeIn, look }) => {
      await comeIn('ORDER_MANAGER');
      await page.goto(`${url}/board`);
      await page.getByText('The order has no customer').waitFor();
      await page.locator('.chart canvas').waitFor();
      await look('board');
    },
  },
  {
    name: 'an order manager finds an order and holds it, with the keyboard only',
    sizes: ['desktop'],
    walk: async ({ page, oms, comeIn, look }) => {
      await comeIn('ORDER_MANAGER');
      await page.locator('.main h1').waitFor();
      await page.keyboard.press('g');
      await page.keyboard.press('o');
      await page.getByRole('row', { name: /#1002/ }).waitFor();
      await look('orders');
      await page.keyboard.press('/');
      await page.getByRole('dialog').getByRole('combobox').pressSequentially('#1002');
      await page.keyboard.press('Enter');
      await page.getByRole('row', { name: /#1001/ }).waitFor({ state: 'detached' });
      await page.getByRole('row', { name: /#1002/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '#1002' }).waitFor();
      await page.locator('.map__land').waitFor();
      await look('order');
      await page.getByRole('button', { name: 'Hold' }).press('Enter');
      await page.getByLabel('Why?').pressSequentially('The customer called');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Release' }).waitFor();
      const order = await showOrder(oms.db, '#1002');
      expect(order?.status).toBe('HOLD');
      const [entry] = await auditEntries(oms.db, { limit: 1, subject: `order ${order?.id}` });
      expect(entry).toMatchObject({
        actor: 'Sample order manager',
        action: 'order.hold',
        before: { status: 'APPROVED' },
        after: { status: 'HOLD' },
      });
    },
  },
  {
    name: 'an order and why it ships from there, on a phone',
    sizes: ['phone'],
    walk: async ({ page, url, comeIn, look }) => {
      await comeIn('ORDER_MANAGER');
      await page.goto(`${url}/orders`);
      await page.getByRole('row', { name: /#1005/ }).click();
      await page.getByRole('heading', { name: '#1005' }).waitFor();
      await look('order');
      await page.getByRole('tab', { name: 'Why from there' }).click();
      await page.locator('.words li').first().waitFor();
      await look('allocation');
    },
  },
];
