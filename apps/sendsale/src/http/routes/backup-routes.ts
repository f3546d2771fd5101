// A backup of everything, as a download: taken from one snapshot while the OMS goes on.

import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import type { Oms } from '../../compose.ts';
import { auditedCall } from '../access/audited-records.ts';
import { mayChange } from '../access/declared.ts';
import { writeBackupFile } from '../../keeping/backup-file.ts';

export function backupRoutes(oms: Oms): FastifyPluginAsync {
  return async (server) => {
    server.post(
      '/api/backup',
      {
        config: mayChange('backup.make', auditedCall('backup.make')),
        schema: { tags: ['keeping'] },
      },
      async (_, reply) => {
        const at = oms.clock.now();
        // Into a file first: a slow reader must not hold the snapshot (and an embedded database) open.
        const file = join(oms.environment.dataFolder, `backup-${randomUUID()}.gz`);
        await writeBackupFile(oms.db, { file, at });
        const name = `sendsale-${at.toISOString().replaceAll(/[:.]/g, '-')}.backup.gz`;
        const content = createReadStream(file);
        // On Linux and macOS the bytes stay readable until the stream ends.
        content.once('open', () => void rm(file, { force: true }));
        return reply
          .header('content-type', 'application/gzip')
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(content);
      },
    );
  };
}
