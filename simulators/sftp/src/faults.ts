// The troubles that can be ordered, to see what clients make of them.

export interface Faults {
  refusesLogins: boolean;
  /** Bytes of transfers (both ways) that still pass before the connection is cut; null for no cut. */
  bytesUntilCut: number | null;
  /** The next rename is done, and the connection cut before it is answered. */
  losesNextRenameAnswer: boolean;
}

export function noFaults(): Faults {
  return { refusesLogins: false, bytesUntilCut: null, losesNextRenameAnswer: false };
}

/** How many of these bytes still pass, and whether the connection is to be cut after them; asked once a piece. */
export function countTransfer(
  faults: Faults,
  length: number,
): { readonly passing: number; readonly cuts: boolean } {
  const left = faults.bytesUntilCut;
  if (left === null) return { passing: length, cuts: false };
  if (length < left) {
    faults.bytesUntilCut = left - length;
    return { passing: length, cuts: false };
  }
  faults.bytesUntilCut = null;
  return { passing: left, cuts: true };
}
