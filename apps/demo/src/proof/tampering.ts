// A record changed at the side that keeps it, and what the comparison made of it.

export interface Tampering {
  readonly what: string;
  readonly order: string;
  /** The code that must name it. */
  readonly expected: string;
  /** Codes the comparison found at this order. */
  readonly found: readonly string[];
}
