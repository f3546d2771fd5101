// SearchTask: a saved search's rows as a CSV file in the File Cabinet.

import type { Account } from '../account/account.ts';

export interface SearchExport {
  readonly savedSearchId: string;
  /** `Folder/name.csv`; the folder is made when it is missing. */
  readonly filePath: string;
}

/** Runs the search and saves the file. @returns true. */
export function exportSearch(account: Account, { savedSearchId, filePath }: SearchExport): boolean {
  const definition = account.searches.load(savedSearchId);
  const rows = account.searches.run(definition);
  // The header shows labels, as the export of the search's page does. [assumed]
  const header = definition.columns.map((column) => column.label ?? column.name);
  const lines = [header, ...rows.map((row) => row.values.map((cell) => cell.text ?? cell.value))];
  const slash = filePath.lastIndexOf('/');
  account.files.save({
    name: filePath.slice(slash + 1),
    folder:
      slash < 0
        ? account.files.folder('/SuiteScripts')
        : account.files.folder(filePath.slice(0, slash)),
    fileType: 'CSV',
    content: lines.map((line) => `${line.map(quoted).join(',')}\n`).join(''),
  });
  return true;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
