// A bulk operation reads connections without pages. Executing is synchronous, so a flag that is set
// around it tells `paginate`.
let depth = 0;

/** Runs with connections whole when they are asked for without a size. */
export function unpaged<T>(work: () => T): T {
  depth += 1;
  try {
    return work();
  } finally {
    depth -= 1;
  }
}

export function isUnpaged(): boolean {
  return depth > 0;
}
