// docs/feeds/*.md: one page a feed, from the contract, the feed catalogues and the job that carries it.

import { EXPORT_FEEDS, exportJobName, IMPORT_FEEDS } from '@sendsale/netsuite';
import type { ExportFeed, ImportFeed } from '@sendsale/netsuite';
import * as contract from '@sendsale/netsuite/contract';
import { ABSENT_FLOWS } from './absent-flows.ts';
import { ERROR_FILE_WORDS, EXPORT_WORDS, IMPORT_WORDS, NO_WORDS } from './feed-words.ts';
import type { FeedWords } from './feed-words.ts';
import { generatedFrom, table } from './page.ts';
import type { Page } from './page.ts';

const SOURCE = 'packages/netsuite/src/contract and tools/docs';
const { IMPORT_FILE_SUFFIXES: suffixes, SCRIPTS } = contract;

const EXPORT_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  customer: contract.CUSTOMER_COLUMNS,
  'sales-order': contract.SALES_ORDER_COLUMNS,
  'cash-sale': contract.CASH_SALE_COLUMNS,
  'customer-deposit': contract.CUSTOMER_DEPOSIT_KEYS,
  allocation: contract.ALLOCATION_COLUMNS,
  'item-close': contract.ITEM_CLOSE_COLUMNS,
  fulfillment: contract.FULFILLMENT_COLUMNS,
  'customer-refund': contract.CUSTOMER_REFUND_KEYS,
  'pos-return': contract.POS_RETURN_KEYS,
  'inventory-adjustment': contract.INVENTORY_ADJUSTMENT_COLUMNS,
};

interface Incoming {
  readonly files: readonly string[];
  readonly columns: readonly string[];
  readonly writtenBy: readonly contract.ScriptKey[];
}

const INCOMING: Readonly<Record<string, Incoming>> = {
  'customer-id': incoming([suffixes.customerId], contract.CUSTOMER_ID_COLUMNS, 'exportCustomerIds'),
  'order-id': {
    files: [`<date>${suffixes.salesOrderId}`, `<date>${suffixes.cashSaleId}`],
    columns: contract.ORDER_ID_COLUMNS,
    writtenBy: ['exportSalesOrderIds', 'exportCashSaleIds'],
  },
  'order-line-id': incoming(
    [suffixes.orderLineId],
    contract.ORDER_LINE_ID_COLUMNS,
    'exportSalesOrderLineIds',
  ),
  'deposit-id': incoming(
    [suffixes.depositId],
    contract.DEPOSIT_ID_COLUMNS,
    'exportCustomerDeposits',
  ),
  'rejected-item': incoming(
    [suffixes.rejectedItem],
    contract.REJECTED_ITEM_COLUMNS,
    'exportRejectedItems',
  ),
  'fulfillment-json': {
    files: [`${contract.FULFILLMENT_JSON.prefix}<date>${contract.FULFILLMENT_JSON.suffix}`],
    columns: ['orderMap.orderId', 'orderMap.netsuiteFulfillmentId', 'orderMap.items[]'],
    writtenBy: ['exportFulfillmentsJson'],
  },
  'fulfillment-csv': incoming(
    [suffixes.fulfillmentCsv],
    contract.FULFILLMENT_IMPORT_COLUMNS,
    'exportFulfillmentsCsv',
  ),
  'product-id': incoming([suffixes.productId], contract.PRODUCT_ID_COLUMNS, 'uploadProducts'),
  inventory: incoming(
    [suffixes.inventory],
    [...contract.INVENTORY_COLUMNS, contract.QUANTITY_ON_HAND, contract.COUNTED_AT],
    'uploadInventory',
  ),
  'return-id': incoming([suffixes.returnId], contract.RETURN_ID_COLUMNS, 'exportReturnIds'),
  'gift-card-fulfillment': incoming(
    [suffixes.giftCardFulfillment],
    contract.GIFT_CARD_FULFILLMENT_COLUMNS,
    'exportGiftCardFulfillments',
  ),
  kit: incoming([suffixes.kit], contract.KIT_COLUMNS, 'exportKits'),
  'discount-item': incoming(
    [suffixes.discountItem],
    contract.DISCOUNT_ITEM_COLUMNS,
    'exportDiscountItems',
  ),
  'discount-item-inactive': incoming(
    [suffixes.inactiveDiscountItem],
    contract.DISCOUNT_ITEM_COLUMNS,
    'exportInactiveDiscountItems',
  ),
  'cycle-count': incoming([suffixes.cycleCount], contract.CYCLE_COUNT_COLUMNS, 'exportCycleCounts'),
  'stock-change': incoming(
    [suffixes.stockChange],
    [
      ...contract.STOCK_CHANGE_COLUMNS,
      contract.STOCK_CHANGE_ID,
      contract.STOCK_CHANGE_LINE,
      contract.COUNTED_AT,
    ],
    'exportInventoryAdjustments',
  ),
  'audit-report': incoming(
    [suffixes.auditReport],
    contract.AUDIT_REPORT_COLUMNS,
    'uploadAuditReport',
  ),
  acknowledgement: {
    files: ['<yyyy-MM-dd-HH-mm-ss-SSS>-<feed>-<n>.csv'],
    columns: contract.ACKNOWLEDGEMENT_COLUMNS,
    writtenBy: [],
  },
};

function incoming(
  ends: readonly string[],
  columns: readonly string[],
  script: contract.ScriptKey,
): Incoming {
  return { files: ends.map((end) => `<date>${end}`), columns, writtenBy: [script] };
}

/** Every feed of both catalogues, and a list of them. */
export function feedPages(): Page[] {
  const ways = IMPORT_FEEDS.filter((feed) => !isErrorFile(feed));
  const pages = [
    ...EXPORT_FEEDS.map((feed) => page(feed.name, exportPage(feed))),
    ...ways.map((feed) => page(feed.name, importPage(feed))),
    page('error-files', errorFilesPage()),
  ];
  return [page('README', overview(pages)), ...pages];
}

function page(name: string, content: string): Page {
  return { path: `docs/feeds/${name}.md`, content };
}

function isErrorFile(feed: ImportFeed): boolean {
  return feed.name.startsWith('error-');
}

function overview(pages: readonly Page[]): string {
  const names = pages.map(({ path }) => path.replace('docs/feeds/', ''));
  return [
    '# Feeds\n',
    generatedFrom(SOURCE),
    'Records travel in files over SFTP, both sides clients of one server. Paths are below the base directory\n' +
      '(`/home/<user>/netsuite/`). A file is written under a temporary name and renamed; its bytes and a ledger row\n' +
      'for each record are stored in one transaction first, so a hand-over can be repeated.\n',
    names.map((name) => `* [${name.replace('.md', '')}](${name})\n`).join(''),
    '## What is left out\n',
    'Sections of the published contract without a feed of ours, on purpose:\n',
    table(['Flow', 'Why'], ABSENT_FLOWS),
  ].join('\n');
}

function exportPage(feed: ExportFeed): string {
  const words = EXPORT_WORDS[feed.name] ?? NO_WORDS;
  const example = feed.fileName(new Date('2026-11-23T10:00:00.000Z'), 1);
  return [
    `# ${feed.label}\n`,
    generatedFrom(SOURCE),
    facts([
      ['Direction', 'OMS → NetSuite'],
      ['Directory', `\`${feed.directory}\``],
      ['File', `\`${example}\``],
      ['A row', words.row],
      [
        'Written by',
        `job \`${exportJobName(feed)}\`: at once when something happened, and every 15 minutes`,
      ],
      [
        'Limits',
        `${feed.limits.rowsPerFile} rows a file, ${feed.limits.subjectsPerRun} records a run`,
      ],
      ['Read by', scriptText(feed.script)],
      ['Answered by', feed.answeredBy.map(scriptText).join('; ') || 'acknowledgements'],
      ['What settles a row', words.settles],
    ]),
    columnsSection(EXPORT_COLUMNS[feed.name] ?? []),
    problemsSection(words),
  ].join('\n');
}

function importPage(feed: ImportFeed): string {
  const words = IMPORT_WORDS[feed.name] ?? NO_WORDS;
  const known = INCOMING[feed.name] ?? { files: [], columns: [], writtenBy: [] };
  return [
    `# ${feed.label}\n`,
    generatedFrom(SOURCE),
    facts([
      ['Direction', 'NetSuite → OMS'],
      ['Directory', `\`${feed.directory}\`, moved to \`archive\` beside it once stored`],
      ['File', known.files.map((name) => `\`${name}\``).join(', ')],
      ['A row', words.row],
      ['Written by', known.writtenBy.map(scriptText).join('; ') || 'every importer of our bundle'],
      ['Read by', 'job `import-files`, every minute and after each nudge'],
      ['What it settles', words.settles],
    ]),
    columnsSection(known.columns),
    problemsSection(words),
  ].join('\n');
}

function errorFilesPage(): string {
  const rows = Object.values(contract.ERROR_FILES).map(({ directory, suffix, columns }) => [
    `\`${directory}\``,
    `\`<date>${suffix}\``,
    columns.join(', '),
  ]);
  return [
    '# Error files from NetSuite\n',
    generatedFrom(SOURCE),
    facts([
      ['Direction', 'NetSuite → OMS'],
      ['A row', ERROR_FILE_WORDS.row],
      ['Read by', 'job `import-files`, every minute and after each nudge'],
      ['What it settles', ERROR_FILE_WORDS.settles],
    ]),
    table(['Directory', 'File', 'Columns'], rows),
    problemsSection(ERROR_FILE_WORDS),
  ].join('\n');
}

function facts(rows: ReadonlyArray<readonly [string, string]>): string {
  return table(['', ''], rows);
}

const PACES: ReadonlyMap<number, string> = new Map([
  [60, 'every hour'],
  [1440, 'once a day'],
]);

function scriptText(key: contract.ScriptKey): string {
  const { jobName, everyMinutes } = SCRIPTS[key];
  const pace = PACES.get(everyMinutes) ?? `every ${everyMinutes} minutes`;
  return `\`${jobName}\` (started at once; ${pace} by its schedule)`;
}

function columnsSection(columns: readonly string[]): string {
  return `## Columns\n\nIn this order: ${columns.map((column) => `\`${column}\``).join(', ')}.\n`;
}

function problemsSection({ goesWrong }: FeedWords): string {
  const rows = goesWrong.map(([code, when]) => [
    `[${code}](../problems.md#${code.toLowerCase()})`,
    when,
  ]);
  return `## What can go wrong\n\n${table(['Problem', 'When'], rows)}`;
}
