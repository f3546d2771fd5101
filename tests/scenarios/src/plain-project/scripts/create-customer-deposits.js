/**
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */
define(['./lib', 'N/record'], (lib, record) => {
  const summarize = () => {
    lib.eachJson(
      'salesorder/customerdeposit',
      ({ totalAmount, orderId, paymentMethod, externalId }) => {
        const deposit = record.create({
          type: 'customerdeposit',
          defaultValues: { salesorder: orderId },
        });
        deposit.setValue({ fieldId: 'payment', value: totalAmount });
        deposit.setValue({ fieldId: 'paymentmethod', value: paymentMethod });
        deposit.setValue({ fieldId: 'externalid', value: externalId });
        deposit.save();
      },
    );
  };
  return { getInputData: () => [], map: () => undefined, summarize };
});
