/**
 * The parity kit: each question is a behaviour of NetSuite that a simulator must match. It makes a few records of its
 * own, marked with external ids that begin with SSP-, and deletes them at the end.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 * @NModuleScope SameAccount
 */
define(['N/record', 'N/runtime', 'N/search', 'N/task', './answers'], function (
  record,
  runtime,
  search,
  task,
  answers,
) {
  const made = [];
  const stamp = 'SSP-' + Date.now();
  let count = 0;
  let given = {};

  function parameter(name) {
    const value = runtime.getCurrentScript().getParameter({ name: 'custscript_ssp_' + name });
    if (!value)
      throw new Error('Set the parameter custscript_ssp_' + name + ' on the deployment first.');
    return String(value);
  }

  function remember(type, id) {
    made.push({ type: type, id: id });
    return id;
  }

  function nextExternalId() {
    count += 1;
    return stamp + '-' + count;
  }

  function newOrder(lines, externalId) {
    const order = record.create({ type: 'salesorder' });
    order.setValue({ fieldId: 'entity', value: given.customer });
    order.setValue({ fieldId: 'orderstatus', value: 'B' });
    order.setValue({ fieldId: 'externalid', value: externalId || nextExternalId() });
    for (let line = 0; line < lines; line += 1) {
      const values = {
        item: given.item,
        quantity: 1,
        price: '-1',
        rate: 10,
        amount: 10,
        location: given.location,
      };
      Object.keys(values).forEach(function (fieldId) {
        order.setSublistValue({
          sublistId: 'item',
          fieldId: fieldId,
          line: line,
          value: values[fieldId],
        });
      });
    }
    return remember('salesorder', order.save());
  }

  function ship(orderId, orderLines) {
    const fulfillment = record.transform({
      fromType: 'salesorder',
      fromId: orderId,
      toType: 'itemfulfillment',
    });
    fulfillment.setValue({ fieldId: 'shipstatus', value: 'C' });
    for (let line = 0; line < fulfillment.getLineCount({ sublistId: 'item' }); line += 1) {
      const orderLine = fulfillment.getSublistValue({
        sublistId: 'item',
        fieldId: 'orderline',
        line: line,
      });
      fulfillment.setSublistValue({
        sublistId: 'item',
        fieldId: 'itemreceive',
        line: line,
        value: !orderLines || orderLines.indexOf(String(orderLine)) >= 0,
      });
    }
    return remember('itemfulfillment', fulfillment.save());
  }

  function billAs(toType, orderId) {
    return remember(
      toType,
      record.transform({ fromType: 'salesorder', fromId: orderId, toType: toType }).save(),
    );
  }

  function depositFor(orderId, payment) {
    const deposit = record.create({
      type: 'customerdeposit',
      defaultValues: { salesorder: orderId },
    });
    deposit.setValue({ fieldId: 'payment', value: payment });
    deposit.setValue({ fieldId: 'paymentmethod', value: given.paymentMethod });
    return remember('customerdeposit', deposit.save());
  }

  // The account makes these itself; they must go before the deposit can.
  function rememberApplications(deposit) {
    search
      .create({
        type: 'depositapplication',
        filters: [['createdfrom', 'anyof', deposit], 'AND', ['mainline', 'is', 'T']],
        columns: ['internalid'],
      })
      .run()
      .getRange({ start: 0, end: 10 })
      .forEach(function (row) {
        remember('depositapplication', row.id);
      });
  }

  function statusOf(type, id) {
    const status = search.lookupFields({ type: type, id: id, columns: ['status'] }).status;
    return status[0].value + ' / ' + status[0].text;
  }

  function countRows(filters) {
    return search
      .create({ type: 'salesorder', filters: filters, columns: ['internalid'] })
      .run()
      .getRange({ start: 0, end: 1000 }).length;
  }

  const questions = {
    'record.load of an id that is not there': function () {
      record.load({ type: 'customer', id: 999999999 });
    },
    'record.create of an item fulfillment': function () {
      record.create({ type: 'itemfulfillment' });
    },
    'record.transform that does not exist': function () {
      record.transform({ fromType: 'salesorder', fromId: newOrder(1), toType: 'customerdeposit' });
    },
    'record.transform of an order that is shipped': function () {
      const order = newOrder(1);
      ship(order);
      try {
        record.transform({ fromType: 'salesorder', fromId: order, toType: 'itemfulfillment' });
      } catch (error) {
        return error.name + ': ' + error.message.slice(0, 38);
      }
      return 'allowed';
    },
    'a second order with an external id that is taken': function () {
      const id = nextExternalId();
      newOrder(1, id);
      try {
        newOrder(1, id);
      } catch (error) {
        return error.name + ': ' + error.message;
      }
      return 'allowed';
    },
    'the type of what save returns, and of a line number': function () {
      const id = newOrder(1);
      const order = record.load({ type: 'salesorder', id: id });
      return (
        typeof id +
        ', ' +
        typeof order.getSublistValue({ sublistId: 'item', fieldId: 'line', line: 0 })
      );
    },
    'saving one record object twice': function () {
      const order = record.load({ type: 'salesorder', id: newOrder(1) });
      order.save();
      order.save();
      return 'allowed';
    },
    'a value on the line after the last, without insertLine': function () {
      return (
        record.load({ type: 'salesorder', id: newOrder(2) }).getLineCount({ sublistId: 'item' }) +
        ' lines'
      );
    },
    'selectLine in standard mode': function () {
      record
        .load({ type: 'salesorder', id: newOrder(1) })
        .selectLine({ sublistId: 'item', line: 0 });
      return 'allowed';
    },
    'setSublistValue in dynamic mode': function () {
      record
        .load({ type: 'salesorder', id: newOrder(1), isDynamic: true })
        .setSublistValue({ sublistId: 'item', fieldId: 'quantity', line: 0, value: 1 });
      return 'allowed';
    },
    'a status other than A or B set on an order': function () {
      const order = record.load({ type: 'salesorder', id: newOrder(1) });
      order.setValue({ fieldId: 'orderstatus', value: 'G' });
      order.save();
      return 'allowed';
    },
    'submitFields of otherrefnum': function () {
      record.submitFields({ type: 'salesorder', id: newOrder(1), values: { otherrefnum: 'SSP' } });
      return 'allowed';
    },
    'submitFields of memo': function () {
      record.submitFields({ type: 'salesorder', id: newOrder(1), values: { memo: 'SSP' } });
      return 'allowed';
    },
    'status of an order: new': function () {
      return statusOf('salesorder', newOrder(2));
    },
    'status of an order: one line of two shipped': function () {
      const order = newOrder(2);
      ship(order, ['1']);
      return statusOf('salesorder', order);
    },
    'status of an order: one line of two shipped and billed': function () {
      const order = newOrder(2);
      ship(order, ['1']);
      billAs('invoice', order);
      return statusOf('salesorder', order);
    },
    'status of an order: all shipped': function () {
      const order = newOrder(1);
      ship(order);
      return statusOf('salesorder', order);
    },
    'status of an order: all lines closed': function () {
      const order = newOrder(1);
      const loaded = record.load({ type: 'salesorder', id: order });
      loaded.setSublistValue({ sublistId: 'item', fieldId: 'isclosed', line: 0, value: true });
      loaded.save();
      return statusOf('salesorder', order);
    },
    'an invoice of more than is shipped': function () {
      const order = newOrder(1);
      billAs('invoice', order);
      return 'allowed';
    },
    'a deposit when its order is invoiced': function () {
      const order = newOrder(1);
      const deposit = depositFor(order, 10);
      ship(order);
      const invoice = billAs('invoice', order);
      rememberApplications(deposit);
      return statusOf('customerdeposit', deposit) + ', ' + statusOf('invoice', invoice);
    },
    'a deposit when its order becomes a cash sale': function () {
      const order = newOrder(1);
      const deposit = depositFor(order, 10);
      ship(order);
      billAs('cashsale', order);
      return statusOf('customerdeposit', deposit);
    },
    'a refund of more than a deposit holds': function () {
      const deposit = depositFor(newOrder(1), 10);
      const refund = record.transform({
        fromType: 'customerdeposit',
        fromId: deposit,
        toType: 'customerrefund',
      });
      refund.setValue({ fieldId: 'paymentmethod', value: given.paymentMethod });
      refund.setSublistValue({ sublistId: 'deposit', fieldId: 'apply', line: 0, value: true });
      refund.setSublistValue({ sublistId: 'deposit', fieldId: 'amount', line: 0, value: 11 });
      remember('customerrefund', refund.save());
      return 'allowed';
    },
    'is on a select field': function () {
      const order = newOrder(1);
      return (
        countRows([
          ['internalid', 'is', order],
          'AND',
          ['entity', 'is', given.customer],
          'AND',
          ['mainline', 'is', 'T'],
        ]) + ' row'
      );
    },
    'an order without the mainline filter: body and lines': function () {
      const order = newOrder(2);
      return (
        countRows([
          ['internalid', 'anyof', order],
          'AND',
          ['taxline', 'is', 'F'],
          'AND',
          ['shipping', 'is', 'F'],
        ]) + ' rows'
      );
    },
    'a column that does not exist': function () {
      let made = null;
      try {
        made = search.create({ type: 'salesorder', columns: ['nosuchcolumn'] });
      } catch (error) {
        return 'refused when made: ' + error.name;
      }
      made.run().getRange({ start: 0, end: 1 });
      return 'allowed';
    },
    'a filter that does not exist': function () {
      let made = null;
      try {
        made = search.create({ type: 'salesorder', filters: [['nosuchfilter', 'is', '1']] });
      } catch (error) {
        return 'refused when made: ' + error.name;
      }
      made.run().getRange({ start: 0, end: 1 });
      return 'allowed';
    },
    'getRange of more than 1,000': function () {
      search.create({ type: 'salesorder' }).run().getRange({ start: 0, end: 1001 });
      return 'allowed';
    },
    'a saved search that does not exist': function () {
      search.load({ id: 'customsearch_ssp_not_there' });
    },
    'two formula columns of one kind in the JSON of a result': function () {
      const columns = [
        search.createColumn({ name: 'formulatext', formula: "'one'" }),
        search.createColumn({ name: 'formulatext', formula: "'two'" }),
      ];
      const rows = search
        .create({
          type: 'salesorder',
          filters: [['internalid', 'anyof', newOrder(1)], 'AND', ['mainline', 'is', 'T']],
          columns: columns,
        })
        .run()
        .getRange({ start: 0, end: 1 });
      return JSON.stringify(JSON.parse(JSON.stringify(rows[0])).values);
    },
    'a deployment in testing submitted': function () {
      task
        .create({
          taskType: task.TaskType.MAP_REDUCE,
          scriptId: 'customscript_ssp_map_reduce',
          deploymentId: 'customdeploy_ssp_testing',
        })
        .submit();
      return 'allowed';
    },
    'a CSV import map that does not exist submitted': function () {
      task
        .create({
          taskType: task.TaskType.CSV_IMPORT,
          mappingId: 'custimport_ssp_not_there',
          importFile: 'a\n1',
        })
        .submit();
      return 'allowed';
    },
  };

  function execute() {
    given = {
      customer: parameter('customer'),
      item: parameter('item'),
      location: parameter('location'),
      paymentMethod: parameter('payment_method'),
    };
    const found = {};
    Object.keys(questions).forEach(function (name) {
      found[name] = answers.ask(questions[name]);
    });
    log.audit({ title: 'Answers', details: answers.keep('answers.json', found) });
    cleanUp();
  }

  // What follows from a record goes with it, newest first; what cannot be deleted is named in the log.
  function cleanUp() {
    for (let pass = 0; pass < 2; pass += 1) {
      made
        .slice()
        .reverse()
        .forEach(function (one) {
          try {
            record.delete({ type: one.type, id: one.id });
            made.splice(made.indexOf(one), 1);
          } catch (error) {
            if (pass === 1)
              log.error({ title: 'Still there: ' + one.type + ' ' + one.id, details: error.name });
          }
        });
    }
  }

  return { execute: execute };
});
