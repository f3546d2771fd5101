// Known defects put into the product on purpose, to see that a run notices them. Nothing but the tests of the
// simulation uses these.

import type { JobDefinition } from '@sendsale/platform/jobs';
import { sql } from 'kysely';
import type { JobContext } from 'sendsale/jobs';

export interface Plant {
  readonly alterJob?: (job: JobDefinition<JobContext>) => JobDefinition<JobContext>;
  /** What arrives in NetSuite of a file that was handed over. */
  readonly alterFile?: (text: string) => string;
}

/** Records without an external id: NetSuite makes a new one whenever it reads a file again. */
export const NO_EXTERNAL_ID: Plant = {
  alterFile: (text) => {
    const [header = '', ...rows] = text.split('\n');
    const at = header.split(',').indexOf('externalId');
    if (at !== 0) return text.replaceAll(/"externalId": ?"[^"]*"/g, '"externalId": ""');
    return [header, ...rows.map((row) => row.replace(/^[^,]*/, ''))].join('\n');
  },
};

/** A cursor in the place of the ledger: what was looked at counts as sent, whether it arrived or not. */
export const CURSOR_NOT_LEDGER: Plant = {
  alterJob: (job) =>
    job.name !== 'hand-over-files'
      ? job
      : {
          ...job,
          run: async (context, run) => {
            const outcome = await job.run(context, run);
            const { database } = context;
            await sql`update feed_file set state = 'HANDED_OVER' where state = 'WRITTEN'`.execute(
              database,
            );
            return outcome;
          },
        },
};
