// Business settings over HTTP, by the typed client of the commands and as plain calls.

import type { ApiClient, SettingsDocument } from '@sendsale/api';
import { acceptOrder } from '@sendsale/oms';
import { buildOrder, HOME } from '@sendsale/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Oms } from '../../compose.ts';
import { startTestServer } from '../../testing/test-server.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { Server } from '../make-server.ts';

let world: TestServer;
let oms: Oms;
let server: Server;
let api: ApiClient;

beforeAll(async () => {
  world = await startTestServer({
    open: true,
  });
  ({ oms, server } = world);
  api = world.client(null);
}, 180_000);

afterAll(async () => {
  await world.close();
}, 60_000);

const DOCUMENT: SettingsDocument = {
  shops: [
    {
      id: 'shop',
      name: 'Shop',
      domain: 'shop.example',
      currency: 'USD',
      timeZone: 'America/New_York',
      netsuiteSubsidiaryId: '1',
    },
  ],
  facilities: [
    {
      id: 'NYC',
      name: 'New York',
      kind: 'STORE',
      fulfilledBy: 'OMS',
      shipsOrders: true,
      latitude: 40.75,
      longitude: -73.98,
      timeZone: 'America/New_York',
      address: HOME,
      ordersPerDay: null,
      safetyStock: 0,
      netsuiteLocationId: '254',
      netsuiteDepartmentId: '2',
      shopifyLocations: [{ shopId: 'shop', locationId: 'L1' }],
    },
  ],
  mappings: [{ kind: 'NETSUITE_PMT_MTHD', shopId: '*', key: 'DEFAULT', value: '7' }],
};

test('PUT /api/settings takes a document over; an unknown kind is refused by name', async () => {
  await api.importSettings(DOCUMENT);
  const rows = await api.settings();
  expect(rows).toEqual(
    expect.arrayContaining([
      { section: 'payment-method', key: 'DEFAULT', shop: '*', value: '7' },
      { section: 'facility-location', key: 'NYC', shop: '*', value: '254' },
      { section: 'facility-department', key: 'NYC', shop: '*', value: '2' },
      { section: 'facility-fulfilled-by', key: 'NYC', shop: '*', value: 'OMS' },
      { section: 'subsidiary', key: 'shop', shop: '*', value: '1' },
    ]),
  );
  const mappings = [{ kind: 'NETSUITE_PAYMENT', shopId: '*', key: 'DEFAULT', value: '7' }];
  await expect(api.importSettings({ ...DOCUMENT, mappings })).rejects.toMatchObject({
    code: 'MAPPING_KIND_UNKNOWN',
  });
});

test('PUT /api/settings/rows heals an order that waited for its shipping method', async () => {
  const at = oms.clock.now();
  const accepted = await acceptOrder(oms.db, { incoming: buildOrder(), messageId: null, at });
  expect(accepted.ok).toBe(true);
  const methods = async () =>
    (await oms.db.selectFrom('ship_group').select('shipping_method').execute()).map(
      (row) => row.shipping_method,
    );
  expect(await methods()).toEqual([null]);
  const row = { section: 'shipping-title', key: 'Standard', shop: '*', value: 'STANDARD' };
  expect(await api.saveSettings([row])).toEqual({ changed: 1, faults: [] });
  expect(await methods()).toEqual(['STANDARD']);
});

test('one bad row keeps all rows out, and each is named with its place', async () => {
  const before = await api.settings();
  const answer = await api.saveSettings([
    { section: 'payment-method', key: 'cash', shop: '*', value: '3' },
    { section: 'payment-method', key: 'gift_card', shop: '*', value: 'Gift Card' },
    { section: 'facility-location', key: 'LA', shop: '*', value: '9' },
  ]);
  expect(answer.changed).toBe(0);
  expect(answer.faults.map(({ row, code }) => [row, code])).toEqual([
    [2, 'ID_NOT_A_NUMBER'],
    [3, 'FACILITY_UNKNOWN'],
  ]);
  expect(await api.settings()).toEqual(before);
});

const CSV = { 'content-type': 'text/csv' };

test('what GET /api/settings.csv gives, PUT takes, and changes with it', async () => {
  const before = await api.settings();
  const given = await server.inject('/api/settings.csv');
  expect(given.headers['content-type']).toContain('text/csv');
  const again = await server.inject({
    method: 'PUT',
    url: '/api/settings.csv',
    headers: CSV,
    payload: given.body,
  });
  expect(again.json()).toEqual({ changed: before.length, faults: [] });
  expect(await api.settings()).toEqual(before);
  const changed = await server.inject({
    method: 'PUT',
    url: '/api/settings.csv',
    headers: CSV,
    payload: given.body.replace(
      'facility-fulfilled-by,NYC,*,OMS',
      'facility-fulfilled-by,NYC,*,NETSUITE',
    ),
  });
  expect(changed.statusCode).toBe(200);
  expect(await api.settings()).toContainEqual({
    section: 'facility-fulfilled-by',
    key: 'NYC',
    shop: '*',
    value: 'NETSUITE',
  });
  const bad = await server.inject({
    method: 'PUT',
    url: '/api/settings.csv',
    headers: CSV,
    payload: 'kind,key\n',
  });
  expect([bad.statusCode, bad.json()]).toMatchObject([
    400,
    { error: { code: 'SETTINGS_FILE_BAD' } },
  ]);
});

test('DELETE /api/settings/rows takes one away; what is not there is named', async () => {
  const row = { section: 'payment-method', key: 'DEFAULT', shop: '*' };
  await api.removeSetting(row);
  await api.removeSetting({ section: 'facility-department', key: 'NYC', shop: '*' });
  const left = await api.settings();
  expect(
    left.filter(({ key, section }) => key === 'DEFAULT' || section === 'facility-department'),
  ).toEqual([]);
  await expect(api.removeSetting(row)).rejects.toMatchObject({ code: 'SETTING_UNKNOWN' });
  const fixed = { section: 'facility-fulfilled-by', key: 'NYC', shop: '*' };
  await expect(api.removeSetting(fixed)).rejects.toMatchObject({ code: 'SETTING_UNKNOWN' });
});
