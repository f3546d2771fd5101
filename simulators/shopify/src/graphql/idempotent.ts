// The @idempotent(key) directive: a mutation that demands it runs once a key; the same key again gives
// the same payload, and with other arguments it is refused.
import { getDirectiveValues } from 'graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from './context.ts';
import { badRequest } from './errors.ts';

/** Runs `change` unless the key has been seen. Payloads are plain JSON, so that they can be kept. */
export function once(
  context: Context,
  call: { args: unknown; info: GraphQLResolveInfo },
  change: () => object,
): unknown {
  const key = keyOf(call.info);
  if (key === null) {
    throw badRequest(
      'The @idempotent directive is required for this mutation but was not provided.',
    );
  }
  const { remembered } = context.shop.state;
  const fingerprint = JSON.stringify([call.info.fieldName, call.args]);
  const known = remembered[key];
  if (known === undefined) {
    const payload = change();
    remembered[key] = { fingerprint, payload };
    return payload;
  }
  if (known.fingerprint === fingerprint) return known.payload;
  const message = 'The idempotency key was used with different parameters.';
  return {
    userErrors: [{ field: null, message, code: 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH' }],
  };
}

function keyOf(info: GraphQLResolveInfo): string | null {
  const directive = info.schema.getDirective('idempotent');
  const node = info.fieldNodes[0];
  if (!directive || !node) return null;
  const key = getDirectiveValues(directive, node, info.variableValues)?.['key'];
  return typeof key === 'string' ? key : null;
}
