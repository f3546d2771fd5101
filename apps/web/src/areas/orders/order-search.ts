// The filters of the list as they stand in its address.

export interface OrderSearch {
  /** Number, id, email, tracking number, or the beginning of one. */
  readonly q?: string;
  readonly status?: string;
}

export function readOrderSearch(search: Readonly<Record<string, unknown>>): OrderSearch {
  return { ...text(search, 'q'), ...text(search, 'status') };
}

// A number in an address is read as a number by the router.
function text<Name extends string>(
  search: Readonly<Record<string, unknown>>,
  name: Name,
): { readonly [Key in Name]?: string } {
  const value = search[name];
  if (typeof value !== 'string' && typeof value !== 'number') return {};
  return { [name]: String(value) } as { readonly [Key in Name]?: string };
}
