// Messages between the main thread, where scripts run, and the one thread that holds the SSH connections.

/** Where a connection leads. Two connections with equal targets share one SSH session. */
export interface SftpTarget {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly credential: { readonly kind: 'password' | 'privateKey'; readonly text: string };
  /** Base64 of the server's public host key, as the script gives it. */
  readonly hostKey: string;
  readonly connectTimeoutMs: number;
}

export type SftpOperation =
  | { readonly kind: 'open'; readonly directory: string }
  | { readonly kind: 'list'; readonly path: string }
  | { readonly kind: 'download'; readonly path: string }
  | {
      readonly kind: 'upload';
      readonly path: string;
      readonly bytes: Uint8Array;
      readonly replaceExisting: boolean;
    }
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'makeDirectory'; readonly path: string }
  | { readonly kind: 'removeDirectory'; readonly path: string }
  | { readonly kind: 'removeFile'; readonly path: string };

export interface SftpRequest {
  readonly id: number;
  readonly target: SftpTarget;
  readonly operation: SftpOperation;
  readonly timeoutMs: number;
}

export interface SftpEntry {
  readonly name: string;
  readonly directory: boolean;
  readonly size: number;
  readonly lastModified: Date;
}

export type SftpValue = readonly SftpEntry[] | Uint8Array | null;

export interface SftpReply {
  readonly id: number;
  readonly result:
    | { readonly ok: true; readonly value: SftpValue }
    /** `code` is one of N/sftp's, e.g. FTP_NO_SUCH_FILE_OR_DIRECTORY. */
    | { readonly ok: false; readonly code: string; readonly message: string };
}

/** The bytes N/sftp transfers at most: Connection.MAX_FILE_SIZE. */
export const LARGEST_FILE = 100_000_000;
