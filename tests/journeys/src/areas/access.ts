// The administrator adds a person, who then comes in; a wrong password and a page without the right say so.

import { auditEntries, listPeople } from '@sendsale/store/read';
import { expect } from 'vitest';
import type { Journey } from '../journey.ts';

export const accessJourneys: readonly Journey[] = [
  {
    name: 'an administrator adds a person and finds it in the audit log',
    sizes: ['desktop', 'phone'],
    walk: async ({ page, url, oms, comeIn, look }) => {
      await comeIn('ADMINISTRATOR');
      await page.goto(`${url}/people`);
      await page.getByRole('row', { name: /Sample accountant/ }).waitFor();
      await look('people');
      const email = `new.${Date.now()}@shop.example`;
      await page.getByRole('button', { name: 'Add a person' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name').fill('New Person');
      await dialog.getByLabel('Email').fill(email);
      await dialog.getByLabel('Associate').check();
      await dialog.getByLabel('Password').fill('a long password');
      await look('person');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('New Person was saved.').waitFor();
      const [person] = await listPeople(oms.db, email);
      expect(person).toMatchObject({ name: 'New Person', roles: ['ASSOCIATE'], hasPassword: true });
      const [entry] = await auditEntries(oms.db, { limit: 1, subject: `person ${person?.id}` });
      expect(entry).toMatchObject({ actor: 'Sample administrator', action: 'person.add' });
      await page.goto(`${url}/audit`);
      await page.getByRole('row', { name: new RegExp(`person ${person?.id}`) }).click();
      await page.getByRole('dialog').waitFor();
      await look('audit');
    },
  },
  {
    name: 'a wrong password and a page of another role are explained',
    sizes: ['phone'],
    walk: async ({ page, url, comeIn, look }) => {
      await page.goto(url);
      await page.getByLabel('Email').waitFor();
      await look('door');
      await comeIn('ASSOCIATE');
      await page.goto(`${url}/people`);
      await page.getByText('Not for your role').waitFor();
      await look('no-right');
    },
  },
];
