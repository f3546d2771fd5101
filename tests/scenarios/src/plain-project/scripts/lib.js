// What the plain project's scripts share. Written like the older integrations in accounts: no answers, no
// renames, state only in dates and flags.
// oxlint-disable-next-line max-params -- AMD hands the modules over one by one
define(['N/sftp', 'N/search', 'N/file', 'N/task'], (sftp, search, file, task) => {
  const connect = () => {
    const fields = ['server', 'userid', 'port_no', 'host_key', 'guid', 'default_file_dir'].map(
      (name) => `custrecord_ns_sftp_${name}`,
    );
    const type = 'customrecord_ns_sftp_configuration';
    const [row] = search.create({ type, columns: fields }).run().getRange({ start: 0, end: 1 });
    const [url, username, port, hostKey, secret, directory] = fields.map((name) =>
      row.getValue(name),
    );
    return sftp.createConnection({ url, username, port: Number(port), hostKey, secret, directory });
  };
  const inbox = (connection, directory) =>
    connection
      .list({ path: directory, sort: sftp.Sort.DATE })
      .filter((entry) => !entry.directory && !/^\.|\.tmp$/.test(entry.name))
      .map((entry) => entry.name);
  const read = (connection, directory, name) =>
    connection.download({ directory, filename: name }).getContents();
  const archive = (connection, directory, name) =>
    connection.move({ from: `${directory}/${name}`, to: `${directory}/archive/${name}` });
  return {
    connect,
    inbox,
    read,
    archive,
    /** Every file of a directory through a saved import; archived when it is queued. */
    importCsv: (directory, mappingId, change) => {
      const connection = connect();
      for (const name of inbox(connection, directory)) {
        const text = read(connection, directory, name);
        const contents = change === undefined ? text : change(text);
        const importFile = file.create({ name, fileType: file.Type.CSV, contents });
        task.create({ taskType: task.TaskType.CSV_IMPORT, mappingId, importFile, name }).submit();
        archive(connection, directory, name);
      }
    },
    /** Every record of every JSON file through `act`; what fails is logged. */
    eachJson: (directory, act) => {
      const connection = connect();
      for (const name of inbox(connection, directory).filter((one) => one.endsWith('.json'))) {
        for (const entry of JSON.parse(read(connection, directory, name))) {
          try {
            act(entry);
          } catch (error) {
            log.error({ title: name, details: error });
          }
        }
        archive(connection, directory, name);
      }
    },
    rows: (type, filters, columns) => {
      const found = [];
      const results = search.create({ type, filters, columns }).run();
      for (let start = 0; ; start += 1000) {
        const page = results.getRange({ start, end: start + 1000 });
        found.push(...page);
        if (page.length < 1000) return found;
      }
    },
    /** A text under a name with the date in it, as `Tue Nov 24 2026 …-Suffix.csv`. */
    upload: (directory, suffix, text) => {
      const name = `${String(new Date())}${suffix}`;
      const contents = file.create({ name, fileType: file.Type.PLAINTEXT, contents: text });
      connect().upload({ directory, filename: name, file: contents, replaceExisting: true });
    },
    csv: (header, rows) => [header, ...rows.map((row) => row.join(','))].join('\n') + '\n',
  };
});
