// `--name number` options of a benchmark.

export function readFlags<Name extends string>(
  args: readonly string[],
  defaults: Readonly<Record<Name, number>>,
): Record<Name, number> {
  const read: Record<Name, number> = { ...defaults };
  for (const [index, arg] of args.entries()) {
    const name = Object.keys(defaults).find((one): one is Name => arg === `--${one}`);
    const value = Number(args[index + 1]);
    if (name !== undefined && Number.isInteger(value) && value > 0) read[name] = value;
  }
  return read;
}
