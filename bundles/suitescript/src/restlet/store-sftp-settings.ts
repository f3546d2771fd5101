/**
 * Stores the SFTP settings in the one row all scripts read. The published one added a row each time.
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 */

import * as record from 'N/record';
import { textIn } from '../lib/request.ts';
import { errorText } from '../lib/script-error.ts';
import { SETTINGS_FIELDS, SETTINGS_RECORD } from '../lib/sftp-setting-ids.ts';
import { activeSettingsIds } from '../lib/sftp-settings.ts';

interface StoreAnswer {
  readonly status: 'success' | 'error';
  readonly message: string;
}

/** `{hostName, userName, port, hostKey, defaultDirectory, secretId}`; what is left out stays as it is. */
export function post(request: unknown): StoreAnswer {
  const [id, ...others] = activeSettingsIds();
  if (others.length > 0) {
    const message = `${SETTINGS_RECORD} has more than one active row; make all but one inactive`;
    return { status: 'error', message };
  }
  try {
    const row =
      id === undefined
        ? record.create({ type: SETTINGS_RECORD, isDynamic: false })
        : record.load({ type: SETTINGS_RECORD, id });
    setFields(row, request);
    const stored = String(row.save());
    return { status: 'success', message: `The SFTP settings are stored in row ${stored}` };
  } catch (error) {
    return { status: 'error', message: errorText(error).message };
  }
}

const KEYS = {
  host: 'hostName',
  user: 'userName',
  port: 'port',
  hostKey: 'hostKey',
  directory: 'defaultDirectory',
  secret: 'secretId',
} as const;

function setFields(row: record.Record, request: unknown): void {
  for (const key of ['host', 'user', 'port', 'hostKey', 'directory', 'secret'] as const) {
    const text = textIn(request, KEYS[key]);
    if (text === '') continue;
    const value = key === 'port' ? Number(text) : text;
    row.setValue({ fieldId: SETTINGS_FIELDS[key], value });
  }
}
