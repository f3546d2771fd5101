// JSON as a type.

/** A value that survives JSON unchanged. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON document with named parts. */
export type JsonObject = Readonly<Record<string, Json>>;
