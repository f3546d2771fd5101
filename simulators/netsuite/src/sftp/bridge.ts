// Makes SSH look synchronous to scripts: the request goes to the worker thread, this thread sleeps on shared memory
// until the reply is there.

import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { refuse } from '../account/failure.ts';
import { startTypescriptWorker } from '../typescript-worker.ts';
import type { SftpOperation, SftpReply, SftpRequest, SftpTarget, SftpValue } from './protocol.ts';

export interface SftpBridge {
  /** Runs one operation. @throws SuiteScriptError with N/sftp's code. */
  readonly call: (target: SftpTarget, operation: SftpOperation, timeoutMs: number) => SftpValue;
  readonly close: () => Promise<void>;
}

// The worker keeps its own time; this is only for a worker that died.
const WORKER_GRACE_MS = 10_000;

/** Starts the worker at the first call. */
export function createSftpBridge(): SftpBridge {
  let link: Link | null = null;
  return {
    call: (target, operation, timeoutMs) => {
      link ??= startLink();
      return callWorker(link, { target, operation, timeoutMs });
    },
    close: async () => {
      const open = link;
      link = null;
      await open?.stop();
    },
  };
}

interface Link {
  readonly signal: Int32Array;
  readonly send: (request: SftpRequest) => void;
  readonly receive: () => SftpReply | null;
  readonly stop: () => Promise<void>;
  lastId: number;
}

function startLink(): Link {
  const shared = new SharedArrayBuffer(4);
  const { port1, port2 } = new MessageChannel();
  const worker = startTypescriptWorker(new URL('./worker.ts', import.meta.url), {
    workerData: { port: port2, shared },
    transferList: [port2],
  });
  worker.unref();
  return {
    signal: new Int32Array(shared),
    send: (request) => {
      port1.postMessage(request);
    },
    receive: () => {
      const message: unknown = receiveMessageOnPort(port1)?.message;
      // Only our own worker writes to this port.
      return message === undefined ? null : (message as SftpReply);
    },
    stop: async () => {
      port1.close();
      await worker.terminate();
    },
    lastId: 0,
  };
}

function callWorker(link: Link, request: Omit<SftpRequest, 'id'>): SftpValue {
  link.lastId += 1;
  const id = link.lastId;
  const giveUpAt =
    Date.now() + request.timeoutMs + request.target.connectTimeoutMs + WORKER_GRACE_MS;
  link.send({ id, ...request });
  for (;;) {
    // Read the counter before looking for the reply: one that comes in between changes it and wakes us at once.
    const seen = Atomics.load(link.signal, 0);
    const reply = link.receive();
    // A reply to a call that a time limit cut short is dropped.
    if (reply?.id === id) return valueOf(reply);
    if (reply !== null) continue;
    const left = giveUpAt - Date.now();
    if (left <= 0) refuse('CONNECTION_RESET', 'The SFTP thread of the simulator does not answer.');
    Atomics.wait(link.signal, 0, seen, left);
  }
}

function valueOf({ result }: SftpReply): SftpValue {
  return result.ok ? result.value : refuse(result.code, result.message);
}
