/**
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */
define(['./lib'], (lib) => {
  const summarize = () => {
    const filters = [
      ['externalidstring', 'isnotempty', ''],
      'and',
      ['custentity_hc_shop_cust_id', 'isnotempty', ''],
    ];
    const rows = lib.rows('customer', filters, ['custentity_hc_customer_id']);
    if (rows.length === 0) return;
    const cells = rows.map((row) => [
      row.getValue('custentity_hc_customer_id'),
      'NETSUITE_CUSTOMER_ID',
      row.id,
    ]);
    lib.upload(
      'customer/import',
      '-CustomerExport.csv',
      lib.csv('partyId,partyIdentificationTypeId,idValue', cells),
    );
  };
  return { getInputData: () => [], map: () => undefined, summarize };
});
