/**
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */
define(['./lib', 'N/record'], (lib, record) => {
  const execute = () => {
    const filters = [
      ['mainline', 'is', 'T'],
      'and',
      ['status', 'anyof', 'SalesOrd:F'],
      'and',
      ['custbody_hc_sales_channel', 'isnotempty', ''],
    ];
    for (const { id } of lib.rows('salesorder', filters, ['internalid'])) {
      try {
        record.transform({ fromType: 'salesorder', fromId: Number(id), toType: 'invoice' }).save();
      } catch (error) {
        log.error({ title: `Sales order ${id}`, details: error });
      }
    }
  };
  return { execute };
});
