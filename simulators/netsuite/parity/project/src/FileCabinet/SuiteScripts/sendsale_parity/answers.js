/**
 * Asks questions one by one and keeps the answers as a JSON file beside the scripts.
 *
 * @NApiVersion 2.1
 * @NModuleScope SameAccount
 */
define(['N/file', 'N/search'], function (file, search) {
  // An answer is a text: what the question gives, or how it is refused. Ids and numbers of the account are left out.
  function ask(question) {
    try {
      return String(question());
    } catch (error) {
      return 'refused: ' + error.name;
    }
  }

  function folderId() {
    const rows = search
      .create({
        type: 'folder',
        filters: [['name', 'is', 'sendsale_parity']],
        columns: ['internalid'],
      })
      .run()
      .getRange({ start: 0, end: 1 });
    return rows[0].getValue({ name: 'internalid' });
  }

  function keep(name, answers) {
    const text = JSON.stringify(answers, null, 2);
    file
      .create({ name: name, fileType: file.Type.JSON, contents: text, folder: folderId() })
      .save();
    return text;
  }

  return { ask: ask, keep: keep };
});
