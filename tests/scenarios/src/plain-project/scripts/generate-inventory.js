/**
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */
define(['./lib', 'N/search'], (lib, search) => {
  const execute = () => {
    const location = search.createColumn({ name: 'internalid', join: 'inventorylocation' });
    const filters = [
      ['isinactive', 'is', 'F'],
      'and',
      ['locationquantityonhand', 'greaterthanorequalto', 0],
      'and',
      ['inventorylocation.custrecord_hc_inv_sync', 'is', 'T'],
    ];
    const columns = ['itemid', location, 'locationquantityavailable'];
    const rows = lib.rows('inventoryitem', filters, columns);
    const cells = rows.map((row) => [...columns.map((one) => row.getValue(one) || 0), row.id]);
    const text = lib.csv('Item,externalFacilityId,availableQty,idValue', cells);
    lib.upload('inventoryitem/csv', '-InventoryItemExport.csv', text);
  };
  return { execute };
});
