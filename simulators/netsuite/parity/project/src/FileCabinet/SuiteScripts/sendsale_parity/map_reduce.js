/**
 * The parity kit's questions about map/reduce.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 * @NModuleScope SameAccount
 */
define(['./answers'], function (answers) {
  let stages = 0;

  function getInputData() {
    stages += 1;
    return [{ word: 'b' }, { word: 'a' }, 'text', 7];
  }

  function map(context) {
    stages += 1;
    const isFirst = context.key === '0';
    context.write({ key: 'keys', value: context.key });
    context.write('values', context.value);
    if (!isFirst) return;
    context.write({ key: 'module variables, seen by a later stage', value: String(stages) });
    context.write({
      key: 'a key of 3,001 characters',
      value: answers.ask(function () {
        context.write({ key: new Array(3002).join('k'), value: '1' });
        return 'allowed';
      }),
    });
  }

  function reduce(context) {
    if (context.key.length > 100) return;
    const isArray = Array.isArray(context.values) ? 'array' : typeof context.values;
    context.write({ key: context.key, value: isArray + ' ' + JSON.stringify(context.values) });
    if (context.key === 'keys') throw new Error('what was written before is dropped');
  }

  function summarize(summary) {
    const found = {};
    summary.output.iterator().each(function (key, value) {
      found[key] = value;
      return true;
    });
    found['dateCreated'] = Object.prototype.toString.call(summary.dateCreated);
    const failed = [];
    summary.reduceSummary.errors.iterator().each(function (key, error, executionNo) {
      failed.push(key + ' ' + executionNo + ' ' + typeof error);
      return true;
    });
    found['errors of reduce'] = failed.join('; ');
    log.audit({ title: 'Answers', details: answers.keep('map-reduce-answers.json', found) });
  }

  return { getInputData: getInputData, map: map, reduce: reduce, summarize: summarize };
});
