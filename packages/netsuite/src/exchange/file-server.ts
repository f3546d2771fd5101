// The SFTP server as the exchange uses it: a few operations, each of which either happened or failed by name.

export interface ServerEntry {
  readonly name: string;
  readonly isDirectory: boolean;
  readonly size: number;
  readonly modifiedAt: Date;
}

/** One connection. Paths are absolute. */
export interface FileServer {
  readonly list: (directory: string) => Promise<readonly ServerEntry[]>;
  readonly read: (path: string) => Promise<Uint8Array>;
  /** Atomic: the name appears with all its bytes. The same bytes under the name already is success. */
  readonly put: (directory: string, name: string, content: Uint8Array) => Promise<void>;
  /** Refused when the target exists. */
  readonly move: (from: string, to: string) => Promise<void>;
  readonly ensureDirectory: (directory: string) => Promise<void>;
  readonly close: () => Promise<void>;
}
