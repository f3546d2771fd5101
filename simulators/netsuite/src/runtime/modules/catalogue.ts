// The N/* modules on offer. One that NetSuite has and the simulator has not says so when it is asked for.

import { refuse } from '../../account/failure.ts';
import type { Invocation } from '../invocation.ts';
import { notSupported } from '../not-supported.ts';
import { encodeModule } from './encode.ts';
import { errorModule } from './error.ts';
import { fileModule } from './file.ts';
import { formatModule } from './format.ts';
import { logModule } from './log.ts';
import { recordModule } from './record.ts';
import { runtimeModule } from './runtime.ts';
import { searchModule } from './search.ts';
import { sftpModule } from './sftp.ts';
import { taskModule } from './task.ts';

/** Builds a module's object for one invocation. */
export type ModuleBuilder = (invocation: Invocation) => object;

const MODULES: ReadonlyMap<string, ModuleBuilder> = new Map([
  ['N/encode', encodeModule],
  ['N/error', errorModule],
  ['N/file', fileModule],
  ['N/format', formatModule],
  ['N/log', logModule],
  ['N/record', recordModule],
  ['N/runtime', runtimeModule],
  ['N/search', searchModule],
  ['N/sftp', sftpModule],
  ['N/task', taskModule],
]);

/** What NetSuite has and the simulator has not. */
export const WITHOUT_SUPPORT: ReadonlySet<string> = new Set(
  (
    'N N/action N/auth N/cache N/certificateControl N/compress N/config N/crypto N/crypto/certificate N/currency ' +
    'N/currentRecord N/dataset N/datasetLink N/documentCapture N/email N/format/i18n N/http N/https ' +
    'N/https/clientCertificate N/keyControl N/llm N/machineTranslation N/pgp N/piremoval N/plugin N/portlet ' +
    'N/query N/record/context N/redirect N/render N/scriptTypes/restlet N/sso N/suiteAppInfo N/task/accounting/recognition ' +
    'N/transaction N/translation N/ui N/ui/dialog N/ui/message N/ui/serverWidget N/url N/util N/workbook N/workflow N/xml'
  ).split(' '),
);

/** @throws SuiteScriptError MODULE_DOES_NOT_EXIST, or SIMULATOR_NOT_SUPPORTED for real modules we lack. */
export function buildModule(id: string, invocation: Invocation): object {
  const builder = MODULES.get(id);
  if (builder !== undefined) return builder(invocation);
  if (WITHOUT_SUPPORT.has(id)) notSupported(`the module ${id}`);
  refuse('MODULE_DOES_NOT_EXIST', `Module does not exist: ${id}`);
}
