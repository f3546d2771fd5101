/**
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */
// oxlint-disable-next-line max-params -- AMD hands the modules over one by one
define(['./lib', 'N/record', 'N/file', 'N/search'], (lib, record, file, search) => {
  const summarize = () => {
    const orderId = search.createColumn({ name: 'custbody_hc_order_id', join: 'createdfrom' });
    const filters = [
      ['status', 'anyof', 'ItemShip:C'],
      'and',
      ['mainline', 'is', 'F'],
      'and',
      ['custcol_hc_order_line_id', 'isnotempty', ''],
      'and',
      ['custcol_hc_item_tag', 'isempty', ''],
      'and',
      ['custcol_hc_orderline_type_id', 'isempty', ''],
      'and',
      ['custbody_hc_fulfillment_exported', 'is', 'F'],
    ];
    const columns = [
      orderId,
      'custcol_hc_order_line_id',
      'location',
      'quantity',
      'trackingnumbers',
      'trandate',
    ];
    const orders = new Map();
    for (const row of lib.rows('itemfulfillment', filters, columns)) {
      const [order, orderItemSeqId, externalFacilityId, quantity, trackingNumber, shippedDate] =
        columns.map((column) => row.getValue(column));
      const entry = orders.get(row.id) ?? { orderMap: { orderId: order, items: [] } };
      orders.set(row.id, entry);
      const item = { orderItemSeqId, externalFacilityId, shippedDate, trackingNumber };
      const units = String(Math.abs(Number(quantity)));
      if (entry.orderMap.items.some((one) => one.orderItemSeqId === orderItemSeqId)) continue;
      entry.orderMap.items.push({ ...item, quantity: units, 'validation-result': 'success' });
    }
    if (orders.size === 0) return;
    for (const id of orders.keys()) {
      const values = { custbody_hc_fulfillment_exported: true };
      record.submitFields({ type: 'itemfulfillment', id, values });
    }
    const name = `SalesOrderFulfillment-${new Date().toISOString().slice(0, 19).replace(/[T:]/g, '-')}.json`;
    const contents = JSON.stringify([...orders.values()]);
    const upload = file.create({ name, fileType: file.Type.JSON, contents });
    lib.connect().upload({
      directory: 'salesorder/import/fulfillment',
      filename: name,
      file: upload,
      replaceExisting: true,
    });
  };
  return { getInputData: () => [], map: () => undefined, summarize };
});
