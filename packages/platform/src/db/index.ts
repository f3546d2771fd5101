// One SQL dialect on two engines: PostgreSQL, or PGlite in a folder.

export { FolderInUseError } from './folder-lock.ts';
export { inTransaction } from './in-transaction.ts';
export { migrate, MigrationError } from './migrate.ts';
export { namingPool } from './named-statements.ts';
export { openDatabase } from './open-database.ts';
export type { Database, DatabaseOptions, OpenDatabase } from './open-database.ts';
export { BackupHead, writeBackup } from './backup.ts';
export { readBackupHead, restoreBackup, RestoreError } from './restore.ts';
