// A connection to the file server for one run: when it cannot be had, or breaks, that is a named problem
// that heals with the next connection, and the run says so instead of failing.

import type { ProblemCode } from '@sendsale/domain';
import { raiseProblem, resolveProblem } from '@sendsale/oms';
import { isSftpFailure } from '@sendsale/platform/sftp';
import type { SftpClient, SftpFailureCode } from '@sendsale/platform/sftp';
import { openProblemsOf } from '@sendsale/store/read';
import type { FileExchange, NetSuiteContext } from '../context.ts';

/** One server, one subject of its problems. */
const SUBJECT = 'netsuite-sftp';
const CONNECTION_PROBLEMS = [
  'SFTP_UNREACHABLE',
  'SFTP_HOST_KEY_MISMATCH',
  'SFTP_AUTHENTICATION_FAILED',
] as const satisfies readonly ProblemCode[];

export type ServerRun<T> =
  | { readonly isReached: true; readonly value: T }
  | { readonly isReached: false; readonly code: ProblemCode; readonly message: string };

/** Runs `work` with a connection. Failures of the server are recorded and returned; others are thrown. */
export async function withServer<T>(
  context: NetSuiteContext,
  files: FileExchange,
  work: (server: SftpClient) => Promise<T>,
): Promise<ServerRun<T>> {
  let server: SftpClient | null = null;
  try {
    server = await files.connect();
    await resolveConnection(context);
    return { isReached: true, value: await work(server) };
  } catch (error) {
    if (!isSftpFailure(error)) throw error;
    const { message } = error;
    const code = PROBLEM_OF[error.code] ?? 'SFTP_UNREACHABLE';
    await raiseProblem(context.database, {
      code,
      subject: SUBJECT,
      message,
      at: context.clock.now(),
    });
    return { isReached: false, code, message };
  } finally {
    await server?.close();
  }
}

async function resolveConnection({ database, clock }: NetSuiteContext): Promise<void> {
  const open = await openProblemsOf(database, { codes: CONNECTION_PROBLEMS, prefix: SUBJECT });
  for (const { code, subject } of open) {
    const resolution = 'The server was reached.';
    await resolveProblem(database, { code, subject, resolution, at: clock.now() });
  }
}

const PROBLEM_OF: Partial<Record<SftpFailureCode, ProblemCode>> = {
  HOST_KEY_MISMATCH: 'SFTP_HOST_KEY_MISMATCH',
  AUTHENTICATION_FAILED: 'SFTP_AUTHENTICATION_FAILED',
};
