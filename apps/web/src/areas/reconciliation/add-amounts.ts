// The sum of amounts given as decimal text, exactly.

/** Amounts of one currency, each with the same number of decimals; null when there is none. */
export function addAmounts(amounts: readonly string[]): string | null {
  const [first] = amounts;
  if (first === undefined) return null;
  const decimals = first.split('.')[1]?.length ?? 0;
  const sum = amounts.reduce((total, amount) => total + BigInt(amount.replace('.', '')), 0n);
  const digits = String(sum < 0n ? -sum : sum).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = sum < 0n ? '-' : '';
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`;
}
