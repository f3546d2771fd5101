/**
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */
define(['./lib'], (lib) => {
  const summarize = () => {
    const filters = [
      ['mainline', 'is', 'F'],
      'and',
      ['custcol_hc_order_line_id', 'isnotempty', ''],
    ];
    const columns = [
      'custbody_hc_order_id',
      'custcol_hc_order_line_id',
      'custcol_hc_orderline_type_id',
      'line',
    ];
    const rows = lib.rows('salesorder', filters, columns);
    if (rows.length === 0) return;
    const cells = rows.map((row) => {
      const [orderId, key, type, line] = columns.map((column) => row.getValue(column));
      const isDiscount = String(type).includes('HC_DISCOUNT_');
      return [orderId, key, isDiscount ? 'NetsuiteDiscountItemLineId' : 'NetsuiteItemLineId', line];
    });
    const text = lib.csv('orderId,orderItemSeqId,attrName,attrValue', cells);
    lib.upload('salesorder/import/orderitemattribute', '-SalesOrderItemExport.csv', text);
  };
  return { getInputData: () => [], map: () => undefined, summarize };
});
