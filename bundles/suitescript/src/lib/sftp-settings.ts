// The one reader of the SFTP settings. The published scripts took an arbitrary first row; we refuse to
// guess which server the books go to.

import * as search from 'N/search';
import { Refusal } from './script-error.ts';
import { SETTINGS_FIELDS, SETTINGS_RECORD } from './sftp-setting-ids.ts';

export interface SftpSettings {
  readonly host: string;
  readonly user: string;
  readonly port: number;
  readonly hostKey: string;
  readonly secret: string;
  /** Ends with a slash. */
  readonly directory: string;
}

/** Internal ids of the active rows. */
export function activeSettingsIds(): string[] {
  return activeRows().map((row) => row.id);
}

/** @throws Refusal SFTP_SETTINGS_MISSING, SFTP_SETTINGS_AMBIGUOUS or SFTP_SETTINGS_INCOMPLETE. */
export function readSftpSettings(): SftpSettings {
  const [row, ...others] = activeRows();
  if (row === undefined) {
    throw new Refusal('SFTP_SETTINGS_MISSING', `There is no active row in ${SETTINGS_RECORD}`);
  }
  if (others.length > 0) {
    const ids = [row, ...others].map((each) => each.id).join(', ');
    throw new Refusal(
      'SFTP_SETTINGS_AMBIGUOUS',
      `${SETTINGS_RECORD} has more than one active row (${ids}); make all but one inactive`,
    );
  }
  return settingsOf(row);
}

function activeRows(): search.Result[] {
  return search
    .create({
      type: SETTINGS_RECORD,
      filters: [['isinactive', 'is', 'F']],
      columns: Object.values(SETTINGS_FIELDS),
    })
    .run()
    .getRange({ start: 0, end: 10 });
}

function settingsOf(row: search.Result): SftpSettings {
  const text = (field: string): string => String(row.getValue(field)).trim();
  const empty = (['host', 'user', 'hostKey', 'secret', 'directory'] as const).filter(
    (key) => text(SETTINGS_FIELDS[key]) === '',
  );
  if (empty.length > 0) {
    throw new Refusal(
      'SFTP_SETTINGS_INCOMPLETE',
      `Row ${row.id} of ${SETTINGS_RECORD} lacks ${empty.join(', ')}`,
    );
  }
  const port = Number(text(SETTINGS_FIELDS.port) || '22');
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(
      'SFTP_SETTINGS_INCOMPLETE',
      `Row ${row.id} of ${SETTINGS_RECORD} has no usable port`,
    );
  }
  const directory = text(SETTINGS_FIELDS.directory);
  return {
    host: text(SETTINGS_FIELDS.host),
    user: text(SETTINGS_FIELDS.user),
    port,
    hostKey: text(SETTINGS_FIELDS.hostKey),
    secret: text(SETTINGS_FIELDS.secret),
    directory: directory.endsWith('/') ? directory : `${directory}/`,
  };
}
