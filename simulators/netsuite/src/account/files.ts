// The File Cabinet: folders and files are records, so searches and loads see them.

import type { FileCabinet, StoredFile } from './account.ts';
import type { Engine } from './engine.ts';
import { refuse } from './failure.ts';
import { SUITE_SCRIPTS_FOLDER } from './system-records.ts';
import type { StoredData } from './store/stored-data.ts';
import { textOf } from './store/stored-data.ts';

// [documented] content is limited to 10 MB.
const CONTENT_LIMIT = 10 * 1024 * 1024;

/** The File Cabinet of an account. */
export function createFileCabinet(engine: Engine): FileCabinet {
  return {
    load: (id) => shown(findFile(engine, id)),
    save: (file) => saveFile(engine, file),
    delete: (id) => {
      engine.journal.atomically(() => {
        engine.store.remove(findFile(engine, id));
      });
    },
    folder: (path) => folderOf(engine, path),
  };
}

function shown(record: StoredData): StoredFile {
  return {
    id: record.id,
    name: textOf(record.fields, 'name'),
    folder: textOf(record.fields, 'folder'),
    fileType: textOf(record.fields, 'filetype'),
    content: textOf(record.fields, 'content'),
  };
}

function findFile(engine: Engine, idOrPath: string): StoredData {
  const byId = engine.store.get('file', idOrPath);
  return byId ?? findByPath(engine, idOrPath) ?? refuseFile(idOrPath);
}

function refuseFile(idOrPath: string): never {
  return refuse('RCRD_DSNT_EXIST', `That record does not exist. path: ${idOrPath}`);
}

function findByPath(engine: Engine, path: string): StoredData | undefined {
  const parts = partsOf(path);
  const name = parts.pop();
  let parent = '';
  for (const part of parts) {
    const folder = childFolder(engine, parent, part);
    if (folder === undefined) return undefined;
    parent = folder.id;
  }
  return name === undefined ? undefined : childFile(engine, parent, name);
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

function childFolder(engine: Engine, parent: string, name: string): StoredData | undefined {
  return engine.store
    .list('folder')
    .find((folder) => isNamed(folder, name) && textOf(folder.fields, 'parent') === parent);
}

function childFile(engine: Engine, folder: string, name: string): StoredData | undefined {
  return engine.store
    .list('file')
    .find((file) => textOf(file.fields, 'folder') === folder && isNamed(file, name));
}

function isNamed(record: StoredData, name: string): boolean {
  return textOf(record.fields, 'name').toLowerCase() === name.toLowerCase();
}

// The same name in the same folder keeps its id and gets the new content. [assumed] long-standing, but on no help page
function saveFile(
  engine: Engine,
  file: { name: string; folder: string; fileType: string; content: string },
): string {
  if (file.folder === '')
    refuse('SSS_MISSING_REQD_ARGUMENT', 'save: Missing a required argument: folder');
  if (engine.store.get('folder', file.folder) === undefined) {
    refuse('INVALID_KEY_OR_REF', `Invalid folder reference key ${file.folder}.`);
  }
  const size = Buffer.byteLength(file.content);
  if (size > CONTENT_LIMIT) {
    refuse('SSS_FILE_CONTENT_SIZE_EXCEEDED', 'The file content exceeds the maximum size of 10 MB.');
  }
  return engine.journal.atomically(() => {
    const before = childFile(engine, file.folder, file.name);
    const id = before?.id ?? String(engine.store.next('id:file'));
    const now = engine.now();
    engine.store.put({
      type: 'file',
      id,
      fields: {
        ...before?.fields,
        name: file.name,
        folder: file.folder,
        filetype: file.fileType,
        content: file.content,
        documentsize: Math.ceil(size / 1024),
        created: before?.fields['created'] ?? now,
        modified: now,
      },
      sublists: {},
      subrecords: {},
    });
    return id;
  });
}

// Folders that are missing on the way are made.
function folderOf(engine: Engine, path: string): string {
  return engine.journal.atomically(() => {
    let parent = '';
    for (const part of partsOf(path)) {
      parent = (childFolder(engine, parent, part) ?? addFolder(engine, parent, part)).id;
    }
    return parent === '' ? SUITE_SCRIPTS_FOLDER : parent;
  });
}

function addFolder(engine: Engine, parent: string, name: string): StoredData {
  const record: StoredData = {
    type: 'folder',
    id: String(engine.store.next('id:folder')),
    fields: { name, ...(parent === '' ? {} : { parent }), lastmodifieddate: engine.now() },
    sublists: {},
    subrecords: {},
  };
  engine.store.put(record);
  return record;
}
