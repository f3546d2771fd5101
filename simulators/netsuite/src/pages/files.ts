// The File Cabinet: folders and files, and what a file holds.

import type { Account, StoredRecord } from '../account/account.ts';
import type { Simulator } from '../runtime/simulator.ts';
import { moment, table } from './frame.ts';
import type { Page } from './frame.ts';
import { html, path } from './html.ts';
import type { Html, Part } from './html.ts';

const MOST = 500;

/** A folder's folders and files; '' is the top. Null for a folder that is not there. */
export function folderPage(simulator: Simulator, folderId: string): Page | null {
  const { account } = simulator.host;
  const folders = account.records.list('folder');
  const folder = folders.find(({ id }) => id === folderId);
  if (folderId !== '' && folder === undefined) return null;
  const within = folders.filter(({ fields }) => text(fields['parent']) === folderId);
  const files = account.records
    .list('file')
    .filter(({ fields }) => text(fields['folder']) === folderId)
    .toReversed();
  const rows: Part[][] = [
    ...within.map(({ id, fields }) => [
      html`<a href="${path(['files'], { folder: id })}">${text(fields['name'])}/</a>`,
      'Folder',
      '',
      '',
      id,
    ]),
    ...files.slice(0, MOST).map((file) => fileRow(simulator, file)),
  ];
  return {
    title: folder === undefined ? 'File Cabinet' : text(folder.fields['name']),
    above: folder === undefined ? undefined : trail(account, folder),
    section: 'files',
    body: html`${table(['Name', 'Type', { label: 'Size (KB)', isNumber: true }, 'Modified', 'Internal ID'], rows, 'The folder is empty.')}
    ${files.length > MOST ? html`<p class="mute">The newest ${MOST} of ${files.length} files.</p>` : ''}`,
  };
}

function fileRow(simulator: Simulator, { id, fields }: StoredRecord): Part[] {
  const modified = fields['modified'];
  return [
    html`<a href="${path(['files', id])}">${text(fields['name'])}</a>`,
    text(fields['filetype']),
    text(fields['documentsize']),
    modified instanceof Date ? moment(simulator, modified) : '',
    id,
  ];
}

const MOST_TEXT = 200_000;

/** Null for a file that is not there. */
export function filePage(simulator: Simulator, id: string): Page | null {
  const { account } = simulator.host;
  const file = account.records.list('file').find((each) => each.id === id);
  if (file === undefined) return null;
  const content = text(file.fields['content']);
  const folder = account.records
    .list('folder')
    .find((each) => each.id === text(file.fields['folder']));
  return {
    title: text(file.fields['name']),
    above: folder === undefined ? undefined : trail(account, folder, true),
    section: 'files',
    body: html`<p>
        <a href="${path(['files', id, 'content'])}" download="${text(file.fields['name'])}"
          >Download</a
        >
        <span class="mute">${text(file.fields['filetype'])}, ${content.length} characters</span>
      </p>
      <pre>${content.slice(0, MOST_TEXT)}</pre>
      ${content.length > MOST_TEXT ? html`<p class="mute">The first ${MOST_TEXT} characters.</p>` : ''}`,
  };
}

// The folders on the way, each a link.
function trail(account: Account, folder: StoredRecord, isLast = false): Html {
  const folders = new Map(account.records.list('folder').map((each) => [each.id, each]));
  const parts: StoredRecord[] = isLast ? [folder] : [];
  for (
    let at = folders.get(text(folder.fields['parent']));
    at !== undefined && parts.length < 20;
    at = folders.get(text(at.fields['parent']))
  )
    parts.unshift(at);
  return html`<a href="${path(['files'])}">File Cabinet</a>${parts.map(
      ({ id, fields }) =>
        html` / <a href="${path(['files'], { folder: id })}">${text(fields['name'])}</a>`,
    )}`;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
