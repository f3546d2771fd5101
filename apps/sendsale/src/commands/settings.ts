// sendsale settings list | set | remove | import FILE | export: business settings, one by one or as a document.

import { readFileSync, writeFileSync } from 'node:fs';
import type { SettingRow, SettingsAnswer } from '@sendsale/api';
import { SettingsDocument, readSettingsCsv, writeSettingsCsv } from '@sendsale/api';
import { Command } from 'commander';
import { z } from 'zod';
import { CommandFailure } from '../failure.ts';
import { printLine } from './print.ts';
import { withApi } from './with-api.ts';

export function settingsCommand(): Command {
  const settings = new Command('settings').description(
    'business settings: list, set, remove, import, export',
  );
  settings
    .command('list')
    .description('every setting; with a section, only its own')
    .argument('[section]')
    .action(async (section?: string) => {
      const rows = await withApi(async (api) => api.settings());
      for (const row of rows.filter((one) => section === undefined || one.section === section)) {
        const shop = row.shop === '*' ? '' : ` (shop ${row.shop})`;
        printLine(`${row.section.padEnd(22)} ${row.key}${shop} = ${row.value}`);
      }
    });
  settings
    .command('set')
    .description('one setting, e.g. `settings set payment-method shopify_payments 7`')
    .argument('<section>')
    .argument('<key>')
    .argument('<value>')
    .option('--shop <id>', 'for this shop only', '*')
    // oxlint-disable-next-line max-params -- commander hands the arguments over one by one
    .action(async (section: string, key: string, value: string, { shop }: { shop: string }) => {
      await save([{ section, key, value, shop }], `${section} ${key}`);
      printLine(`${section} ${key} = ${value}`);
    });
  settings
    .command('remove')
    .description('takes one setting away, e.g. `settings remove payment-method gif_card`')
    .argument('<section>')
    .argument('<key>')
    .option('--shop <id>', 'the one of this shop only', '*')
    .action(async (section: string, key: string, { shop }: { shop: string }) => {
      await withApi(async (api) => api.removeSetting({ section, key, shop }));
      printLine(`${section} ${key} is gone.`);
    });
  settings
    .command('import')
    .description('a JSON document of shops, facilities and mappings, or a CSV file of settings')
    .argument('<file>')
    .action(async (file: string) => {
      await (/\.csv$/i.test(file) ? importCsv(file) : importJson(file));
    });
  settings
    .command('export')
    .description('every setting as CSV, to a file or to the screen; `import` takes it back')
    .argument('[file]')
    .action(async (file?: string) => {
      const text = writeSettingsCsv(await withApi(async (api) => api.settings()));
      if (file === undefined) printLine(text.trimEnd());
      else writeFileSync(file, text);
    });
  return settings;
}

async function importCsv(file: string): Promise<void> {
  const read = readSettingsCsv(readFileSync(file, 'utf8'));
  if ('fault' in read) throw new CommandFailure(`${file}: ${read.fault}`);
  const { changed } = await save(read.rows, file);
  printLine(`${changed} settings imported.`);
}

async function importJson(file: string): Promise<void> {
  const document = readDocument(file);
  await withApi(async (api) => api.importSettings(document));
  const { shops, facilities, mappings } = document;
  printLine(
    `${shops.length} shops, ${facilities.length} facilities, ${mappings.length} mappings imported.`,
  );
}

/** @throws CommandFailure that names every bad row; nothing was taken over then. */
async function save(rows: readonly SettingRow[], what: string): Promise<SettingsAnswer> {
  const answer = await withApi(async (api) => api.saveSettings(rows));
  if (answer.faults.length === 0) return answer;
  const faults = answer.faults.map(
    ({ row, code, message }) => `  row ${String(row)}: ${code}: ${message}`,
  );
  throw new CommandFailure(`Nothing was changed. ${what}:\n${faults.join('\n')}`);
}

function readDocument(file: string): SettingsDocument {
  const read = SettingsDocument.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (read.success) return read.data;
  throw new CommandFailure(`${file} is no settings document:\n${z.prettifyError(read.error)}`);
}
