// The contract between the OMS and the scripts inside NetSuite, as data: what the published integration
// fixed, then ours. No Node here: the bundle imports it too.

export * from './acknowledgement.ts';
export * from './columns.ts';
export * from './directories.ts';
export * from './error-files.ts';
export * from './files.ts';
export * from './import-maps.ts';
export * from './order-line-types.ts';
export * from './scripts.ts';
