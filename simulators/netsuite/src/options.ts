// What a simulator is started with: plain data, so that it can be given to a thread or come from a command line.

import { z } from 'zod';

export const NetSuiteOptions = z.strictObject({
  /** 0 lets the system choose. */
  port: z.number().int().min(0).max(65_535).default(0),
  host: z.string().default('127.0.0.1'),
  /** SDF project folders, installed in this order. */
  projects: z.array(z.string()).default([]),
  /** Install what can be installed and list the rest. */
  warn: z.boolean().default(false),
  /** JSON file with the records the account begins with. */
  seedFile: z.string().nullable().default(null),
  /** Where the account is kept between two runs; what is in it wins over the seed. */
  stateFile: z.string().nullable().default(null),
  /** API secrets: id to password or private key. */
  secrets: z.record(z.string(), z.string()).default({}),
  oauthClients: z
    .array(
      z.strictObject({ clientId: z.string(), certificateId: z.string(), publicKey: z.string() }),
    )
    .default([]),
  accountId: z.string().default('TSTDRV0000001'),
  /** N/sftp connects here, whatever host and port a script names. */
  sftpHostOverride: z
    .strictObject({ host: z.string(), port: z.number().int() })
    .nullable()
    .default(null),
  /** ISO instant at which the account's clock stands still; null lets it run with the real time. */
  stopClockAt: z.iso.datetime().nullable().default(null),
  /** Whether deployments start by their schedules. */
  schedules: z.boolean().default(true),
  /** No script invocation may run longer. */
  longestSeconds: z.number().positive().default(300),
});

export type NetSuiteOptions = z.input<typeof NetSuiteOptions>;
