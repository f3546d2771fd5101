/**
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */
define(['./lib', 'N/record'], (lib, record) => {
  const execute = () => {
    lib.eachJson('salesorder/customer-refund', (entry) => {
      const filters = [
        ['externalid', 'anyof', entry.parent_ref_id],
        'and',
        ['mainline', 'is', 'T'],
      ];
      const [deposit] = lib.rows('customerdeposit', filters, ['internalid']);
      if (deposit === undefined) return;
      const refund = record.transform({
        fromType: 'customerdeposit',
        fromId: Number(deposit.id),
        toType: 'customerrefund',
      });
      refund.setValue({ fieldId: 'paymentmethod', value: entry.refund_payment_method });
      refund.setValue({ fieldId: 'externalid', value: entry.external_id });
      refund.setSublistValue({
        sublistId: 'deposit',
        fieldId: 'amount',
        line: 0,
        value: entry.refund_amount,
      });
      refund.save();
    });
  };
  return { execute };
});
