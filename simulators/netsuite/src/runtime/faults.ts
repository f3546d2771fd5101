// Faults to order, so that callers can be tested against a bad day in NetSuite.

export interface Faults {
  /** Sets a fault; an earlier one of its kind is replaced. */
  readonly set: (fault: Fault) => void;
  readonly clear: () => void;
  readonly list: () => readonly Fault[];
  /** The fault N/sftp must show now, if any. */
  readonly sftp: () => 'unreachable' | 'authentication' | null;
  readonly queueDelayMs: () => number;
  /** Whether every accounting period counts as closed. */
  readonly isPeriodClosed: () => boolean;
  /** Whether the server under this invocation goes away after it; counts down. */
  readonly takeRestart: (at: RestartPoint) => boolean;
  /** Whether the answer of this RESTlet call is lost after its work was done; once. */
  readonly takeLostResponse: (script: string) => boolean;
  /** Reason to refuse a CSV import row that holds `text`, or null. */
  readonly refusedRow: (row: string) => string | null;
}

export type Fault =
  | { readonly kind: 'sftp-down' }
  | { readonly kind: 'sftp-authentication' }
  | { readonly kind: 'slow-queue'; readonly delayMs: number }
  | {
      readonly kind: 'restart';
      readonly script: string;
      /** `execute` of a scheduled script. */
      readonly stage: 'map' | 'reduce' | 'execute';
      readonly afterInvocations: number;
    }
  | { readonly kind: 'response-lost'; readonly script: string }
  | { readonly kind: 'period-closed' }
  | { readonly kind: 'row-refused'; readonly containing: string; readonly message: string };

export interface RestartPoint {
  readonly script: string;
  readonly stage: 'map' | 'reduce' | 'execute';
}

export function createFaults(): Faults {
  const faults = new Map<Fault['kind'], Fault>();
  return {
    set: (fault) => {
      faults.set(fault.kind, fault);
    },
    clear: () => {
      faults.clear();
    },
    list: () => [...faults.values()],
    sftp: () => {
      if (faults.has('sftp-down')) return 'unreachable';
      return faults.has('sftp-authentication') ? 'authentication' : null;
    },
    queueDelayMs: () => {
      const fault = faults.get('slow-queue');
      return fault?.kind === 'slow-queue' ? fault.delayMs : 0;
    },
    isPeriodClosed: () => faults.has('period-closed'),
    takeRestart: ({ script, stage }) => {
      const fault = faults.get('restart');
      if (fault?.kind !== 'restart' || fault.script !== script || fault.stage !== stage)
        return false;
      const left = fault.afterInvocations - 1;
      if (left > 0) faults.set('restart', { ...fault, afterInvocations: left });
      else faults.delete('restart');
      return left <= 0;
    },
    takeLostResponse: (script) => {
      const fault = faults.get('response-lost');
      const isLost = fault?.kind === 'response-lost' && fault.script === script;
      if (isLost) faults.delete('response-lost');
      return isLost;
    },
    refusedRow: (row) => {
      const fault = faults.get('row-refused');
      return fault?.kind === 'row-refused' && row.includes(fault.containing) ? fault.message : null;
    },
  };
}
