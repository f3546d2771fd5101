// Faults ordered for SFTP, shown where NetSuite would show the real thing.

import { refuse } from '../../account/failure.ts';
import type { SftpTarget } from '../../sftp/protocol.ts';
import type { Invocation } from '../invocation.ts';

/** The faults that were ordered for SFTP. */
export function checkSftpFaults({ host }: Invocation, { host: server }: SftpTarget): void {
  const fault = host.faults.sftp();
  if (fault === 'unreachable')
    refuse('FTP_CANNOT_ESTABLISH_CONNECTION', `Could not connect to ${server} (fault).`);
  if (fault === 'authentication') {
    refuse(
      'AUTHENTICATION_FAIL_TOO_MANY_INCORRECT_AUTHENTICATION_ATTEMPTS',
      `${server} refused the login (fault).`,
    );
  }
}
