// sendsale settings import FILE: shops, facilities and mappings from one JSON document.

import { readFileSync } from 'node:fs';
import { SettingsDocument } from '@sendsale/api';
import { Command } from 'commander';
import { z } from 'zod';
import { CommandFailure } from '../failure.ts';
import { printLine } from './print.ts';
import { withApi } from './with-api.ts';

export function settingsCommand(): Command {
  const settings = new Command('settings').description('business settings: import');
  settings
    .command('import')
    .description('take shops, facilities and mappings over from a JSON document')
    .argument('<file>')
    .action(async (file: string) => {
      const document = readDocument(file);
      await withApi(async (api) => api.importSettings(document));
      const { shops, facilities, mappings } = document;
      printLine(
        `${shops.length} shops, ${facilities.length} facilities, ${mappings.length} mappings imported.`,
      );
    });
  return settings;
}

function readDocument(file: string): SettingsDocument {
  const read = SettingsDocument.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (read.success) return read.data;
  throw new CommandFailure(`${file} is no settings document:\n${z.prettifyError(read.error)}`);
}
