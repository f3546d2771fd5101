/**
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */
define(['./lib', 'N/record'], (lib, record) => {
  const fulfil = ({ id, location, lines }) => {
    const made = record.transform({
      fromType: 'salesorder',
      fromId: Number(id),
      toType: 'itemfulfillment',
    });
    made.setValue({ fieldId: 'shipstatus', value: 'C' });
    const count = made.getLineCount({ sublistId: 'item' });
    for (let line = 0; line < count; line += 1) {
      const set = (fieldId, value) =>
        made.setSublistValue({ sublistId: 'item', fieldId, line, value });
      const orderLine = made.getSublistValue({ sublistId: 'item', fieldId: 'orderline', line });
      const isMeant = lines.has(String(orderLine));
      set('itemreceive', isMeant);
      if (isMeant) set('location', location);
    }
    made.save();
  };
  const execute = () => {
    const filters = [
      ['status', 'anyof', 'SalesOrd:B', 'SalesOrd:E', 'SalesOrd:D'],
      'and',
      ['custcol_hc_item_tag', 'contains', 'hotwax-fulfilled'],
      'and',
      ['quantitycommitted', 'greaterthan', 0],
      'and',
      ['quantityshiprecv', 'equalto', 0],
      'and',
      ['closed', 'is', 'F'],
    ];
    const groups = new Map();
    for (const row of lib.rows('salesorder', filters, ['line', 'location'])) {
      const key = `${row.id}_${row.getValue('location')}`;
      const group = groups.get(key) ?? {
        id: row.id,
        location: row.getValue('location'),
        lines: new Set(),
      };
      groups.set(key, group);
      group.lines.add(String(row.getValue('line')));
    }
    for (const group of groups.values()) {
      try {
        fulfil(group);
      } catch (error) {
        log.error({ title: `Sales order ${group.id}`, details: error });
      }
    }
  };
  return { execute };
});
