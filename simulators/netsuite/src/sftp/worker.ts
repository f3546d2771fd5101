// The thread that speaks SSH: takes one request after the other and wakes the main thread when it has answered.

import { MessagePort, workerData } from 'node:worker_threads';
import { createConnections } from './connections.ts';
import { SftpFailure } from './failures.ts';
import { runOperation } from './operations.ts';
import type { SftpReply, SftpRequest } from './protocol.ts';

const { port, shared } = readStart(workerData);
const signal = new Int32Array(shared);
const connections = createConnections();

port.on('message', (request: SftpRequest) => {
  void answer(request).then((reply) => {
    port.postMessage(reply);
    Atomics.add(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
});

async function answer(request: SftpRequest): Promise<SftpReply> {
  try {
    const value = await withTimeout(request, run(request));
    return { id: request.id, result: { ok: true, value } };
  } catch (error) {
    const failure =
      error instanceof SftpFailure ? error : new SftpFailure('UNEXPECTED_ERROR', String(error));
    return { id: request.id, result: { ok: false, code: failure.code, message: failure.message } };
  }
}

async function run({ target, operation }: SftpRequest): ReturnType<typeof runOperation> {
  const sftp = await connections.session(target);
  return runOperation(sftp, operation);
}

async function withTimeout<T>(request: SftpRequest, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      // The answer may still come; a session that was left waiting cannot be trusted with the next request.
      connections.drop(request.target);
      reject(
        new SftpFailure(
          'FTP_TRANSFER_TIMEOUT_EXCEEDED',
          `No answer within ${request.timeoutMs} ms.`,
        ),
      );
    }, request.timeoutMs + request.target.connectTimeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function readStart(start: unknown): { port: MessagePort; shared: SharedArrayBuffer } {
  if (typeof start === 'object' && start !== null && 'port' in start && 'shared' in start) {
    const { port: given, shared: memory } = start;
    if (given instanceof MessagePort && memory instanceof SharedArrayBuffer)
      return { port: given, shared: memory };
  }
  throw new TypeError('The SFTP worker is started by its bridge.');
}
