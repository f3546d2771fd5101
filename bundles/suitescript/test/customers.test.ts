import { CUSTOMER_COLUMNS } from '@sendsale/netsuite/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeTable } from '../src/lib/table.ts';
import { type InstalledBundle, installBundle } from './installed-bundle.ts';

let bundle: InstalledBundle;

beforeAll(async () => {
  bundle = await installBundle();
});

afterAll(async () => {
  await bundle.close();
});

const IMPORT = 'customscript_imp_customer';

function customer(number: number, cells: Readonly<Record<string, string>> = {}) {
  const id = `C1000${String(number)}`;
  return {
    HCCustomerId: id,
    firstName: 'Ada',
    lastName: `Byron, "${String(number)}"`,
    HCShopifyCustomerId: `77${String(number)}`,
    email: `ada${String(number)}@example.com`,
    individual: 'T',
    status: 'CUSTOMER-Closed Won',
    taxable: 'TRUE',
    defaultOrderPriority: '5',
    externalId: `77${String(number)}`,
    rowId: `customer/${id}/1`,
    ...cells,
  };
}

async function file(...rows: ReadonlyArray<Readonly<Record<string, string>>>): Promise<string> {
  const subsidiary = await bundle.id('subsidiary', 'SUB');
  return writeTable(
    CUSTOMER_COLUMNS,
    rows.map((row) => ({ subsidiary, ...row })),
  );
}

test('the directory script makes the whole tree, and may run again', async () => {
  await bundle.run('customscript_create_sftpdirectory');
  await bundle.run('customscript_create_sftpdirectory');
  bundle.put('customer/export', 'readme.txt', 'not for the importer');
  expect(bundle.files('customer/export/processing')).toEqual([]);
});

test('customers are made, each row is answered, and their ids come back', async () => {
  bundle.put('customer/export', 'customer-Feed-1.csv', await file(customer(1), customer(2)));
  await bundle.run(IMPORT);

  const made = await bundle.records('customer');
  expect(made.map(({ fields }) => fields['externalid'])).toEqual(['771', '772']);
  expect(bundle.answers('customer')).toMatchObject([
    { rowId: 'customer/C10001/1', outcome: 'ACCEPTED', internalId: made[0]?.id },
    { rowId: 'customer/C10002/1', outcome: 'ACCEPTED', internalId: made[1]?.id },
  ]);
  expect(bundle.files('customer/export')).toEqual(['readme.txt']);
  expect(bundle.files('customer/export/processing')).toEqual([]);
  expect(bundle.files('customer/export/archive')).toEqual(['customer-Feed-1.csv']);
  expect(bundle.read('customer/import', '-CustomerExport.csv')).toBe(
    'partyId,partyIdentificationTypeId,idValue\n' +
      `C10001,NETSUITE_CUSTOMER_ID,${String(made[0]?.id)}\n` +
      `C10002,NETSUITE_CUSTOMER_ID,${String(made[1]?.id)}\n`,
  );
});

test('the same file again makes nothing and is answered again', async () => {
  bundle.put('customer/export', 'customer-Feed-1.csv', await file(customer(1), customer(2)));
  await bundle.run(IMPORT);
  expect(await bundle.records('customer')).toHaveLength(2);
  expect(bundle.answers('customer').filter((row) => row['outcome'] === 'ACCEPTED')).toHaveLength(4);
  expect(bundle.files('customer/import')).toHaveLength(1);
  // The first one keeps its name; the second one got another.
  expect(bundle.files('customer/export/archive')).toHaveLength(2);
});

test('a row NetSuite refuses is answered with the code and the text, and the others go on', async () => {
  const bad = customer(3, { subsidiary: '999' });
  bundle.put('customer/export', 'customer-Feed-2.csv', await file(bad, customer(4)));
  await bundle.run(IMPORT);
  const [refused] = bundle.answers('customer').filter((row) => row['outcome'] === 'REFUSED');
  expect(refused).toMatchObject({ rowId: 'customer/C10003/1', sourceFile: 'customer-Feed-2.csv' });
  expect(refused?.['code']).not.toBe('');
  expect(refused?.['message']).not.toBe('');
  const ids = (await bundle.records('customer')).map(({ fields }) => fields['externalid']);
  expect(ids).toEqual(['771', '772', '774']);
  const errors = bundle.read('customer/export/error', '-ErrorCustomer.csv');
  expect(errors).toContain('fileName,errorMessage,code,rowId');
  expect(errors).toContain('customer/C10003/1');
});

test('a file cut off in the middle is set aside with its reason; the next one is read', async () => {
  bundle.put('customer/export', 'customer-Feed-3.csv', 'externalId,rowId\n"half a ro');
  bundle.put('customer/export', 'customer-Feed-4.csv', await file(customer(5)));
  await bundle.run(IMPORT);
  expect(bundle.files('customer/export/failed')).toEqual(['customer-Feed-3.csv']);
  expect(bundle.answers('customer').at(-1)).toMatchObject({
    rowId: 'customer/C10005/1',
    outcome: 'ACCEPTED',
  });
});

test('files others are still writing are left alone', async () => {
  bundle.put('customer/export', '.customer-Feed-5.csv.tmp', await file(customer(6)));
  await bundle.run(IMPORT);
  expect(bundle.files('customer/export')).toContain('.customer-Feed-5.csv.tmp');
  expect((await bundle.records('customer')).length).toBe(4);
});
