// The NetSuite connector: its jobs, its feed catalogue, and the client that reads the books back.

export { makeRestlets } from './account/restlets.ts';
export type { Restlets, RestletSettings, RunOutcome } from './account/restlets.ts';
export { netsuiteBook } from './account/netsuite-books.ts';
export type { OrderBooks } from './account/read-back-answer.ts';
export type { FileExchange, NetSuiteContext } from './context.ts';
export { askAfterRecords } from './exchange/ask-after-records.ts';
export type { AskRun } from './exchange/ask-after-records.ts';
export { exportFeed } from './exchange/export-feed.ts';
export type { ExportRun } from './exchange/export-feed.ts';
export { handOverFiles } from './exchange/hand-over-files.ts';
export { importFiles } from './exchange/import-files.ts';
export type { ImportRun } from './exchange/import-files.ts';
export { EXPORT_FEEDS } from './feeds/export-catalogue.ts';
export type { ExportFeed } from './feeds/export-feed.ts';
export { IMPORT_FEEDS } from './feeds/import-catalogue.ts';
export type { ImportFeed } from './feeds/import-feed.ts';
export { encodeSalesOrders, salesOrderRows } from './feeds/sales-order/encode.ts';
export { EXPORT_JOB_NAMES, exportJobName, netsuiteJobs } from './jobs.ts';
export { makeBooking } from './postings/booking.ts';
export type { Booking } from './postings/booking.ts';
export { recoverExchange } from './exchange/recover-exchange.ts';
export type { Recovered } from './exchange/recover-exchange.ts';
export { runScripts } from './run-scripts.ts';
