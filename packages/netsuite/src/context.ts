// What the NetSuite jobs work with; made by hand in the composition root.

import type { Logger } from '@sendsale/platform/log';
import type { SftpClient } from '@sendsale/platform/sftp';
import type { Clock } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import type { Restlets } from './account/restlets.ts';

export interface NetSuiteContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where files are exchanged; null when no SFTP server is configured: then nothing travels. */
  readonly files: FileExchange | null;
  /** NetSuite's RESTlets; null when none are configured: then the schedules start the scripts. */
  readonly restlets: Restlets | null;
}

export interface FileExchange {
  readonly connect: () => Promise<SftpClient>;
  /** The base directory, without a slash at its end, e.g. `/home/netsuite/netsuite`. */
  readonly baseDirectory: string;
}
