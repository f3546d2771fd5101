// N/file: files in memory and in the File Cabinet.

import { refuse } from '../../account/failure.ts';
import type { Invocation } from '../invocation.ts';
import { readOptions } from '../options.ts';
import { ENCODINGS, FILE_TYPES } from './file-types.ts';
import { TEN_MEGABYTES, fileClass } from './file-object.ts';
import { notSupported } from '../not-supported.ts';
import { Constants } from '../realm.ts';

export function fileModule(invocation: Invocation): object {
  const { realm, host, charge } = invocation;
  const files = fileClass(invocation);
  return realm.object({
    create: realm.method('create', (args) => {
      charge('file.create', 0);
      const options = readOptions('file.create', args, ['name', 'fileType', 'contents']);
      return files.create({
        id: null,
        name: options.requiredText('name'),
        fileType: options.requiredText('fileType'),
        content: contentOf(options.text('contents', '')),
        folder: options.text('folder', ''),
        encoding: options.text('encoding', 'UTF-8'),
        description: options.text('description', ''),
        isOnline: options.flag('isOnline', false),
        isInactive: options.flag('isInactive', false),
        use: 'none',
      });
    }),
    load: realm.method('load', (args) => {
      charge('file.load', 10);
      const id = readOptions('file.load', args, ['id']).requiredText('id');
      return files.create({
        ...host.account.files.load(id),
        encoding: 'UTF-8',
        description: '',
        isOnline: false,
        isInactive: false,
        use: 'none',
      });
    }),
    delete: realm.method('delete', (args) => {
      charge('file.delete', 20);
      const id = readOptions('file.delete', args, ['id']).requiredText('id');
      host.account.files.delete(id);
      return Number(id) || id;
    }),
    copy: realm.method('copy', (args) => {
      charge('file.copy', 20);
      const options = readOptions('file.copy', args, ['id', 'folder']);
      if (options.text('conflictResolution', 'OVERWRITE') !== 'OVERWRITE')
        notSupported('file.copy with a conflictResolution');
      const source = host.account.files.load(options.requiredText('id'));
      const id = host.account.files.save({ ...source, folder: options.requiredText('folder') });
      return files.create({
        ...host.account.files.load(id),
        encoding: 'UTF-8',
        description: '',
        isOnline: false,
        isInactive: false,
        use: 'none',
      });
    }),
    Type: new Constants(Object.fromEntries(FILE_TYPES.map((type) => [type, type]))),
    Encoding: new Constants(Object.fromEntries(ENCODINGS)),
    NameConflictResolution: new Constants({
      FAIL: 'FAIL',
      OVERWRITE: 'OVERWRITE',
      OVERWRITE_CONTENT_AND_ATTRIBUTES: 'OVERWRITE_CONTENT_AND_ATTRIBUTES',
      RENAME_TO_UNIQUE: 'RENAME_TO_UNIQUE',
    }),
  });
}

// [documented] a file is made with 10 MB at most; larger ones grow line by line.
function contentOf(text: string): string {
  if (Buffer.byteLength(text) > TEN_MEGABYTES)
    refuse('SSS_FILE_CONTENT_SIZE_EXCEEDED', 'The file content exceeds the maximum size of 10 MB.');
  return text;
}
