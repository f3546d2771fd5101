/**
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */
define(['./lib'], (lib) => {
  const execute = () => {
    const rows = lib.rows('item', [['isinactive', 'is', 'F']], ['itemid']);
    const cells = rows.map((row) => [row.getValue('itemid'), row.id]);
    const text = lib.csv('id-value,good-identification-value', cells);
    lib.upload('product/csv', '-HCExportProduct.csv', text);
  };
  return { execute };
});
