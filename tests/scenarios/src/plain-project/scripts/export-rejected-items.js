/**
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */
define(['./lib'], (lib) => {
  const summarize = () => {
    const filters = [['mainline', 'is', 'F'], 'and', ['custcol_hc_order_item_rejected', 'is', 'T']];
    const columns = ['custbody_hc_order_id', 'custcol_hc_order_line_id'];
    const rows = lib.rows('salesorder', filters, columns);
    if (rows.length === 0) return;
    const cells = rows.map((row) => [
      ...columns.map((one) => row.getValue(one)),
      'Order Item Rejected from NetSuite',
      '',
    ]);
    const text = lib.csv('orderId,orderItemSeqId,rejectionComments,rejectionReason', cells);
    lib.upload('salesorder/rejectedorderitem', '-RejectedSalesOrderItemExport.csv', text);
  };
  return { getInputData: () => [], map: () => undefined, summarize };
});
