// Coerces the variables of an operation and reports what is wrong as INVALID_VARIABLE, with Shopify's
// problem list.
import {
  coerceInputValue,
  GraphQLError,
  isInputType,
  print,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import type { GraphQLSchema, OperationDefinitionNode, VariableDefinitionNode } from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

/** The coerced values, or the errors. Values that the operation does not declare are ignored. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Variables,
): { readonly values: Variables } | { readonly errors: readonly GraphQLError[] } {
  const values: Record<string, unknown> = {};
  const errors: GraphQLError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) continue;
    if (!Object.hasOwn(given, name)) {
      const isRequired = definition.type.kind === 'NonNullType' && !definition.defaultValue;
      if (isRequired)
        errors.push(invalid(definition, null, [[[], 'Expected value to not be null']]));
      else if (definition.defaultValue) values[name] = valueFromAST(definition.defaultValue, type);
      continue;
    }
    const problems: [path: readonly (string | number)[], explanation: string][] = [];
    values[name] = coerceInputValue(given[name], type, (path, value, error) => {
      const [explanation, field] = explain(error.message, value);
      problems.push([field === undefined ? path : [...path, field], explanation]);
    });
    if (problems.length > 0) errors.push(invalid(definition, given[name], problems));
  }
  return errors.length > 0 ? { errors } : { values };
}

function invalid(
  definition: VariableDefinitionNode,
  value: unknown,
  problems: readonly (readonly [path: readonly (string | number)[], explanation: string])[],
): GraphQLError {
  const head = `Variable $${definition.variable.name.value} of type ${print(definition.type)} was provided invalid value`;
  const details = problems
    .filter(([path]) => path.length > 0)
    .map(([path, explanation]) => `${path.join('.')} (${explanation})`);
  return new GraphQLError(details.length === 0 ? head : `${head} for ${details.join(', ')}`, {
    nodes: definition,
    extensions: {
      code: 'INVALID_VARIABLE',
      value: value ?? null,
      problems: problems.map(([path, explanation]) => ({ path, explanation })),
    },
  });
}

/** graphql-js says it one way, Shopify's server another; a field it is about belongs to the path. */
function explain(message: string, value: unknown): [explanation: string, field?: string] {
  const unknownField = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(message);
  if (unknownField?.[1]) return [`Field is not defined on ${unknownField[2]}`, unknownField[1]];
  const missing = /^Field "(\w+)" of required type/.exec(message);
  if (missing?.[1]) return ['Expected value to not be null', missing[1]];
  if (message.includes('non-nullable')) return ['Expected value to not be null'];
  const enumName = /does not exist in "(\w+)" enum/.exec(message)?.[1];
  if (enumName) return [`Expected ${JSON.stringify(value)} to be one of: ${enumName}`];
  return [message];
}
