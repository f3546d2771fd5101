/**
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */
define(['./lib', 'N/search'], (lib, search) => {
  const summarize = () => {
    const orderId = search.createColumn({ name: 'custbody_hc_order_id', join: 'createdfrom' });
    const filters = [['mainline', 'is', 'T'], 'and', ['createdfrom.type', 'anyof', 'SalesOrd']];
    const rows = lib.rows('customerdeposit', filters, [orderId, 'externalid']);
    if (rows.length === 0) return;
    const cells = rows.map((row) => [row.getValue(orderId), row.id, row.getValue('externalid')]);
    const text = lib.csv('orderId,internalId,manualRefNumber', cells);
    lib.upload('salesorder/import/orderpayment', '-CustomerDepositExport.csv', text);
  };
  return { getInputData: () => [], map: () => undefined, summarize };
});
