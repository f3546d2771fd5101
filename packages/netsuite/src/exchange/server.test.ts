import { connectSftp } from '@sendsale/platform/sftp';
import { makeKeyPair } from '@sendsale/simulator-sftp';
import { defined } from '@sendsale/std';
import { readFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BASE, useRoad } from '../test/road.ts';
import { handOverFiles } from './hand-over-files.ts';

const road = useRoad();

describe('the server', () => {
  test('away: files wait, a problem says so, and both end when it is back', async () => {
    await road.take({});
    await road.exportAll();
    await road.server.goDown();
    const files = defined(road.context.files, 'There are files.');
    expect(await handOverFiles(road.context, files)).toMatchObject({
      isReached: false,
      code: 'SFTP_UNREACHABLE',
    });
    expect(await road.problems()).toEqual([['SFTP_UNREACHABLE', 'netsuite-sftp']]);
    await road.server.comeUp();
    await road.handOver();
    expect(await road.problems()).toEqual([]);
    expect(road.filesIn('customer/export')).toHaveLength(1);
  });

  test('another host key stops the connection and nothing is sent', async () => {
    await road.take({});
    await road.exportAll();
    const keys = makeKeyPair('oms');
    const wrong = {
      host: '127.0.0.1',
      port: road.server.port,
      user: 'oms',
      privateKey: keys.privateKey,
      hostKeySha256: `SHA256:${'A'.repeat(43)}`,
      timeoutMs: 5_000,
    };
    const files = { connect: async () => connectSftp(wrong), baseDirectory: BASE };
    expect(await handOverFiles(road.context, files)).toMatchObject({
      code: 'SFTP_HOST_KEY_MISMATCH',
    });
    expect(await road.problems()).toEqual([['SFTP_HOST_KEY_MISMATCH', 'netsuite-sftp']]);
    expect(road.filesIn('customer/export')).toEqual([]);
  });

  test('W30 a hand-over whose note was lost is repeated without a second file', async () => {
    await road.take({});
    await road.exportAll();
    await road.handOver();
    await road.db.updateTable('feed_file').set({ state: 'WRITTEN' }).execute();
    await road.handOver();
    expect(road.filesIn('customer/export')).toHaveLength(1);
  });

  test('a name taken by other bytes is a conflict that heals when the place is free', async () => {
    await road.take({});
    await road.exportAll();
    const file = await road.db.selectFrom('feed_file').selectAll().executeTakeFirstOrThrow();
    road.answer(`customer/export/${file.name}`, 'somebody else');
    await road.handOver();
    expect(await road.problems()).toEqual([['SFTP_FILE_CONFLICT', `customer/export/${file.name}`]]);
    rmSync(road.local(`customer/export/${file.name}`));
    await road.handOver();
    expect(await road.problems()).toEqual([]);
    expect(readFileSync(road.local(`customer/export/${file.name}`))).toEqual(
      Buffer.from(file.content),
    );
  });
});
