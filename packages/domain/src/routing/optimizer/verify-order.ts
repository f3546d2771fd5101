// The cheapest way to serve one order when nothing runs out, for the verifier: facility by facility over the
// subsets of lines already served, or line by line with a bound when the lines are many.

export interface PricedChoice {
  readonly facility: string;
  readonly shipment: number;
  /** A cost a line; Infinity where the facility cannot. */
  readonly lines: readonly number[];
}

const SUBSETS_MAX = 10;

/** The least cost of serving every line from some facility or leaving it unfilled. */
export function cheapestAtPrices(
  choices: readonly PricedChoice[],
  unfilled: readonly number[],
): number {
  // A facility dearer for every line than going without helps nobody.
  const useful = choices.filter((choice) => {
    const saves = choice.lines.map((cost, line) => Math.max(0, (unfilled[line] ?? 0) - cost));
    return saves.reduce((sum, one) => sum + one, 0) > choice.shipment;
  });
  return unfilled.length <= SUBSETS_MAX ? bySubsets(useful, unfilled) : byLines(useful, unfilled);
}

// shipped[subset]: the cheapest single facility for exactly that subset. Then the subsets are partitioned.
// oxlint-disable-next-line complexity -- every `?? 0` of a checked array access counts as a branch; there are few real ones
function bySubsets(choices: readonly PricedChoice[], unfilled: readonly number[]): number {
  const full = (1 << unfilled.length) - 1;
  const shipped = new Float64Array(full + 1).fill(Infinity);
  const sums = new Float64Array(full + 1);
  for (const { shipment, lines } of choices) {
    sums[0] = shipment;
    for (let subset = 1; subset <= full; subset += 1) {
      const line = 31 - Math.clz32(subset);
      sums[subset] = (sums[subset ^ (1 << line)] ?? 0) + (lines[line] ?? Infinity);
      shipped[subset] = Math.min(shipped[subset] ?? Infinity, sums[subset] ?? Infinity);
    }
  }
  const best = new Float64Array(full + 1);
  for (let subset = 1; subset <= full; subset += 1) {
    const line = 31 - Math.clz32(subset);
    const rest = subset ^ (1 << line);
    let least = (best[rest] ?? 0) + (unfilled[line] ?? 0);
    for (let part = rest; ; part = (part - 1) & rest) {
      const cost = (shipped[part | (1 << line)] ?? Infinity) + (best[rest ^ part] ?? 0);
      if (cost < least) least = cost;
      if (part === 0) break;
    }
    best[subset] = least;
  }
  return best[full] ?? 0;
}

interface LineSearch {
  readonly choices: readonly PricedChoice[];
  readonly unfilled: readonly number[];
  /** What the lines from here on cost at least, opening shared among all lines a facility could take. */
  readonly rest: readonly number[];
  readonly isOpen: boolean[];
  best: number;
}

function byLines(choices: readonly PricedChoice[], unfilled: readonly number[]): number {
  const shares = unfilled.map((without, line) => {
    const costs = choices.map(({ shipment, lines }) => {
      const able = lines.filter((cost) => cost !== Infinity).length;
      return (lines[line] ?? Infinity) + shipment / able;
    });
    return Math.min(without, ...costs);
  });
  const rest = [0];
  for (const share of shares.toReversed()) rest.unshift((rest[0] ?? 0) + share);
  const search: LineSearch = {
    choices,
    unfilled,
    rest,
    isOpen: choices.map(() => false),
    best: unfilled.reduce((sum, one) => sum + one, 0),
  };
  serveLine(search, 0, 0);
  return search.best;
}

// `paid` holds full openings; the rest is bounded by what shares alone would pay, less what open ones save.
function serveLine(search: LineSearch, line: number, paid: number): void {
  if (line === search.unfilled.length) {
    search.best = Math.min(search.best, paid);
    return;
  }
  if (paid + boundFrom(search, line) >= search.best) return;
  const options = search.choices
    .map((choice, index) => ({
      index,
      cost: (choice.lines[line] ?? Infinity) + (search.isOpen[index] ? 0 : choice.shipment),
    }))
    .filter(({ cost }) => cost < Infinity)
    .sort((a, b) => a.cost - b.cost);
  for (const { index, cost } of options) {
    const wasOpen = search.isOpen[index] ?? false;
    search.isOpen[index] = true;
    serveLine(search, line + 1, paid + cost);
    search.isOpen[index] = wasOpen;
  }
  serveLine(search, line + 1, paid + (search.unfilled[line] ?? 0));
}

function boundFrom(search: LineSearch, line: number): number {
  let bound = 0;
  for (let later = line; later < search.unfilled.length; later += 1) {
    let least = (search.rest[later] ?? 0) - (search.rest[later + 1] ?? 0);
    for (const [index, choice] of search.choices.entries()) {
      if (search.isOpen[index]) least = Math.min(least, choice.lines[later] ?? Infinity);
    }
    bound += least;
  }
  return bound;
}
