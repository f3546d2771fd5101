// The store's floor: orders on one list, scanned, packed, shipped; scans without a connection; what is not there.

import { showOrder } from '@sendsale/store/read';
import { expect } from 'vitest';
import type { Journey } from '../journey.ts';
import { scan } from '../scan.ts';

export const floorJourneys: readonly Journey[] = [
  {
    name: 'a store person picks, packs and ships, with the connection lost in between',
    sizes: ['phone', 'desktop'],
    troubles: /net::ERR_INTERNET_DISCONNECTED|net::ERR_FAILED/,
    walk: async ({ page, url, oms, comeIn, look }) => {
      await comeIn('FULFILLMENT');
      await page.goto(`${url}/floor`);
      await page.getByRole('tab', { name: /^To pick/ }).click();
      // The first two; the others are left for the next walk.
      const boxes = page.getByRole('checkbox');
      await boxes.first().waitFor();
      for (let at = 1; at < (await boxes.count()); at += 1) await boxes.nth(at).uncheck();
      await look('floor');
      await page.getByRole('button', { name: 'Pick 1 order' }).click();
      await page.getByRole('searchbox', { name: 'Scan the article, or type its SKU' }).waitFor();
      await scan(page, 'NO-SUCH-CODE');
      await page.getByText('NO-SUCH-CODE is not on your list.').waitFor();
      await look('picking');
      // In the stock room: what is scanned stays here, and the screen says so.
      await page.context().setOffline(true);
      await scan(page, 'SKU-1');
      await page.getByText('1 pick waits for the connection.', { exact: false }).waitFor();
      await look('offline');
      await page.context().setOffline(false);
      await page
        .getByText('waits for the connection', { exact: false })
        .waitFor({ state: 'detached' });
      await page.getByRole('tab', { name: /^To pack/ }).click();
      await page.getByRole('button', { name: 'Packed' }).waitFor();
      await look('pack');
      const name = (await page.locator('.floor__card .strong').first().textContent()) ?? '';
      await page.getByRole('button', { name: 'Packed' }).click();
      await page.getByRole('tab', { name: /^To ship/ }).click();
      await page.getByLabel('Tracking number').fill('1Z999AA10123456784');
      await look('ship');
      const slip = await page.request.get(
        `${url}${await page.getByRole('link', { name: 'Label' }).getAttribute('href')}`,
      );
      expect(slip.headers()['content-type']).toBe('application/pdf');
      await page.getByRole('button', { name: 'Shipped' }).click();
      await page.getByText(`${name} is on its way.`).waitFor();
      const order = await showOrder(oms.db, name);
      expect(order?.status).toBe('COMPLETED');
      expect(order?.shipments).toMatchObject([{ trackingNumber: '1Z999AA10123456784' }]);
      await page.getByRole('tab', { name: /^Shipped today/ }).click();
      await look('left');
    },
  },
  {
    name: 'a store lead says what is not there, and takes no more orders today',
    sizes: ['tablet'],
    walk: async ({ page, url, oms, comeIn, look }) => {
      await comeIn('STORE_LEAD');
      await page.goto(`${url}/floor`);
      await page.getByRole('tab', { name: /^To pick/ }).click();
      const boxes = page.getByRole('checkbox');
      await boxes.first().waitFor();
      for (let at = 1; at < (await boxes.count()); at += 1) await boxes.nth(at).uncheck();
      await page.getByRole('button', { name: 'Pick 1 order' }).click();
      await page.getByRole('button', { name: /^Not here/ }).click();
      await page.getByRole('dialog').getByText('Damaged').click();
      await page.getByRole('dialog').getByText('The stock goes down by one.').first().waitFor();
      await look('reject');
      await page.getByRole('dialog').getByRole('button', { name: 'Not here' }).click();
      await page.getByText('another place is being found', { exact: false }).waitFor();
      const rejection = await oms.db.selectFrom('rejection').selectAll().executeTakeFirstOrThrow();
      expect(rejection).toMatchObject({ reason: 'DAMAGED', actor: 'Sample store lead' });
      await page.getByRole('button', { name: 'Today …' }).click();
      await page.getByLabel('Take no more orders today').check();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Switched off for today', { exact: false }).waitFor();
      await look('off-today');
      await page.getByRole('button', { name: 'Today …' }).click();
      await page.getByLabel('Take no more orders today').uncheck();
      await page.getByRole('button', { name: 'Save' }).click();
    },
  },
  {
    name: 'a store lead sells and ships in German',
    sizes: ['phone'],
    walk: async ({ page, url, comeIn, look }) => {
      await comeIn('STORE_LEAD');
      await page.evaluate(`localStorage.setItem('sendsale.language', 'de')`);
      await page.goto(`${url}/sell?style=7000`);
      await page.getByRole('button', { name: 'Zurücklegen' }).waitFor();
      await look('sell-german');
      await page.goto(`${url}/floor`);
      await page.getByRole('tab', { name: /^Zu holen/ }).waitFor();
      await look('floor-german');
    },
  },
];
