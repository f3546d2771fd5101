/**
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */
define(['./lib'], (lib) => {
  const summarize = () => {
    const filters = [['mainline', 'is', 'T'], 'and', ['custbody_hc_order_id', 'isnotempty', '']];
    const rows = lib.rows('salesorder', filters, ['custbody_hc_order_id']);
    if (rows.length === 0) return;
    const cells = rows.map((row) => [
      row.getValue('custbody_hc_order_id'),
      'NETSUITE_ORDER_ID',
      row.id,
    ]);
    const text = lib.csv('orderId,orderIdentificationTypeId,idValue', cells);
    lib.upload('salesorder/import/orderidentification', '-SalesOrderExport.csv', text);
  };
  return { getInputData: () => [], map: () => undefined, summarize };
});
