// The File object of N/file, which N/sftp and N/task take and give as well.

import { refuse } from '../../account/failure.ts';
import type { Invocation } from '../invocation.ts';
import { notSupported } from '../not-supported.ts';
import { readOptions, textOf } from '../options.ts';
import type { PropertyShape, RealmClass } from '../realm.ts';
import { isTextType } from './file-types.ts';

export interface FileState {
  id: string | null;
  name: string;
  fileType: string;
  /** Text, or base64 for types that are no text. */
  content: string;
  folder: string;
  encoding: string;
  description: string;
  isOnline: boolean;
  isInactive: boolean;
  /** A file is either being written by lines or read by lines until its stream is reset. */
  use: 'none' | 'reading' | 'writing';
}

/** The most a script may hold of a file at once. [documented] */
export const TEN_MEGABYTES = 10 * 1024 * 1024;

const classes = new WeakMap<Invocation, RealmClass<FileState>>();

/** The class of one invocation's files. */
export function fileClass(invocation: Invocation): RealmClass<FileState> {
  const known = classes.get(invocation);
  if (known !== undefined) return known;
  const made = defineFileClass(invocation);
  classes.set(invocation, made);
  return made;
}

/** Size in bytes, as the File Cabinet counts it. */
export function sizeOf(file: FileState): number {
  return isTextType(file.fileType)
    ? Buffer.byteLength(file.content)
    : Buffer.from(file.content, 'base64').length;
}

function defineFileClass(invocation: Invocation): RealmClass<FileState> {
  const { realm, charge, host } = invocation;
  return realm.defineClass<FileState>({
    name: 'File',
    methods: {
      getContents: (file) => {
        if (sizeOf(file) > TEN_MEGABYTES) {
          refuse(
            'SSS_FILE_CONTENT_SIZE_EXCEEDED',
            'The file content you are attempting to access exceeds the maximum allowed size of 10 MB.',
          );
        }
        return file.content;
      },
      save: (file) => {
        charge('file.save', 20);
        if (file.folder === '')
          refuse('SSS_MISSING_REQD_ARGUMENT', 'file.save: Missing a required argument: folder');
        file.id = host.account.files.save(file);
        return Number(file.id);
      },
      appendLine: (file, args) => {
        if (file.use === 'reading') {
          refuse(
            'YOU_CANNOT_WRITE_TO_A_FILE_AFTER_YOU_BEGAN_READING_FROM_IT',
            'You cannot write to a file after you began reading from it.',
          );
        }
        file.use = 'writing';
        file.content += `${readOptions('File.appendLine', args, ['value']).text('value', '')}\n`;
      },
      resetStream: (file) => {
        file.use = 'none';
      },
      getReader: () => notSupported('File.getReader'),
      getSegments: () => notSupported('File.getSegments'),
      toJSON: (file) => ({
        id: file.id,
        name: file.name,
        fileType: file.fileType,
        folder: file.folder,
        size: sizeOf(file),
      }),
      toString: () => 'file.File',
    },
    properties: {
      ...WRITABLE,
      id: { get: (file) => (file.id === null ? null : Number(file.id)) },
      size: { get: sizeOf },
      isText: { get: (file) => isTextType(file.fileType) },
      path: { get: (file) => (file.id === null ? file.name : notSupported('File.path')) },
      url: { get: () => notSupported('File.url') },
      lines: { get: (file) => lines(invocation, file) },
    },
  });
}

// What scripts may read and assign.
const WRITABLE: Readonly<Record<string, PropertyShape<FileState>>> = {
  name: {
    get: (file) => file.name,
    set: (file, value) => {
      file.name = propertyText(value);
    },
  },
  folder: {
    get: (file) => (file.folder === '' ? null : Number(file.folder)),
    set: (file, value) => {
      file.folder = propertyText(value);
    },
  },
  encoding: {
    get: (file) => file.encoding,
    set: (file, value) => {
      file.encoding = propertyText(value);
    },
  },
  description: {
    get: (file) => file.description,
    set: (file, value) => {
      file.description = propertyText(value);
    },
  },
  isOnline: {
    get: (file) => file.isOnline,
    set: (file, value) => {
      file.isOnline = value === true;
    },
  },
  isInactive: {
    get: (file) => file.isInactive,
    set: (file, value) => {
      file.isInactive = value === true;
    },
  },
  fileType: { get: (file) => file.fileType },
};

function lines({ realm }: Invocation, file: FileState): object {
  const iterator = realm.method('iterator', () => {
    if (file.use === 'writing') {
      refuse(
        'YOU_CANNOT_READ_FROM_A_FILE_AFTER_YOU_BEGAN_WRITING_TO_IT',
        'You cannot read from a file after you began writing to it.',
      );
    }
    file.use = 'reading';
    return realm.object({
      each: realm.method('each', ([callback]) => {
        if (typeof callback !== 'function') return;
        for (const value of linesOf(file.content)) {
          if (Reflect.apply(callback, undefined, [realm.give({ value })]) !== true) return;
        }
      }),
    });
  });
  return realm.object({ iterator });
}

/** The lines of a text without their ends; a last line end starts no further line. */
export function linesOf(content: string): readonly string[] {
  const lineList = content.split(/\r\n|\n|\r/);
  if (lineList.at(-1) === '') lineList.pop();
  return lineList;
}

function propertyText(value: unknown): string {
  return value === undefined || value === null ? '' : textOf(value);
}
