// The simulator as a program of its own: options in, one line that says where it listens out.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compareFile } from './parity/compare-answers.ts';
import { describeProblem } from './sdf/problem.ts';
import { serveNetSuite } from './serve-netsuite.ts';
import type { ServedNetSuite } from './serve-netsuite.ts';

const USAGE = `Runs SuiteCloud (SDF) projects as a NetSuite account would.
  --project FOLDER         an SDF project to install; may be repeated
  --warn                   install what can be installed and list what NetSuite would refuse
  --port N                 0 unless said: the system chooses
  --host ADDRESS           127.0.0.1 unless said
  --seed FILE              JSON list of records the account begins with
  --state FILE             keeps the account in this file; with it the seed counts only the first time
  --secret ID=FILE         an API secret: a password or private key; may be repeated
  --oauth-client CLIENT,CERTIFICATE,FILE
                           who may call RESTlets: client id, certificate id, file of the public key; may be repeated
  --account ID             TSTDRV0000001 unless said
  --sftp sftp://HOST:PORT  where N/sftp connects, whatever a script names
  --clock ISO              the account's clock stands still at this instant
  --no-schedules           deployments start only on demand
  --time-limit SECONDS     no script invocation may run longer; 300 unless said
  --parity FILE            compare the answers an account gave to the parity kit with the simulator's, and end
  --json                   print {"url":…} as one line of JSON
`;

/**
 * Starts a simulator from command-line arguments and prints where it listens.
 * @returns the simulator, or null when only help or a comparison was asked for
 * @throws Error that says which option is wrong, or what NetSuite would refuse
 */
export async function main(
  args: readonly string[],
  print: (text: string) => void,
): Promise<ServedNetSuite | null> {
  const { values } = parse(args);
  if (values.help) {
    print(USAGE);
    return null;
  }
  if (values.parity !== undefined) {
    print(compareFile(values.parity));
    return null;
  }
  const served = await serveNetSuite({
    port: numberOf('--port', values.port),
    host: values.host,
    projects: values.project,
    warn: values.warn,
    seedFile: values.seed ?? null,
    stateFile: values.state ?? null,
    secrets: Object.fromEntries(values.secret.map(readSecret)),
    oauthClients: values['oauth-client'].map(readClient),
    accountId: values.account,
    sftpHostOverride: values.sftp === undefined ? null : readAddress(values.sftp),
    stopClockAt: values.clock === undefined ? null : new Date(values.clock).toISOString(),
    schedules: !values['no-schedules'],
    longestSeconds: numberOf('--time-limit', values['time-limit']),
  });
  const problems = served.problems.map(describeProblem);
  if (values.json) print(`${JSON.stringify({ url: served.url, problems, notes: served.notes })}\n`);
  else
    print(
      [...problems, ...served.notes, `NetSuite simulator at ${served.url}`]
        .map((line) => `${line}\n`)
        .join(''),
    );
  return served;
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      project: { type: 'string', multiple: true, default: [] },
      warn: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      host: { type: 'string', default: '127.0.0.1' },
      seed: { type: 'string' },
      state: { type: 'string' },
      secret: { type: 'string', multiple: true, default: [] },
      'oauth-client': { type: 'string', multiple: true, default: [] },
      account: { type: 'string', default: 'TSTDRV0000001' },
      sftp: { type: 'string' },
      clock: { type: 'string' },
      'no-schedules': { type: 'boolean', default: false },
      'time-limit': { type: 'string', default: '300' },
      parity: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0)
    throw new OptionRefused(`${name} must be a number, not ${text}.\n${USAGE}`);
  return value;
}

function readSecret(text: string): [string, string] {
  const [id, file] = text.split('=', 2);
  if (!id || !file) throw new OptionRefused(`--secret must be ID=FILE, not ${text}.\n${USAGE}`);
  return [id, readFileSync(file, 'utf8').trim()];
}

function readClient(text: string): { clientId: string; certificateId: string; publicKey: string } {
  const [clientId, certificateId, file] = text.split(',', 3);
  if (!clientId || !certificateId || !file) {
    throw new OptionRefused(
      `--oauth-client must be CLIENT,CERTIFICATE,FILE, not ${text}.\n${USAGE}`,
    );
  }
  return { clientId, certificateId, publicKey: readFileSync(file, 'utf8') };
}

function readAddress(text: string): { host: string; port: number } {
  const { hostname, port } = new URL(text.includes('://') ? text : `sftp://${text}`);
  return { host: hostname, port: port === '' ? 22 : Number(port) };
}

// Its message is all a user needs; a stack would hide it.
class OptionRefused extends Error {
  readonly code = 'OPTION_REFUSED';
}
