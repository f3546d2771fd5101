// Says what the schema's validation found in the words and codes of Shopify's server (graphql-ruby).
// Each rule of graphql-js has one translation; anything else keeps its text.
import { Kind } from 'graphql';
import type { ASTNode, GraphQLError } from 'graphql';

export interface WireError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[] | undefined;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

interface Translation {
  readonly pattern: RegExp;
  readonly to: (groups: readonly string[]) => Pick<WireError, 'message' | 'extensions'>;
}

const TRANSLATIONS: readonly Translation[] = [
  {
    pattern: /^Cannot query field "(\w+)" on type "(\w+)"/,
    to: ([fieldName = '', typeName = '']) => ({
      message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
      extensions: { code: 'undefinedField', typeName, fieldName },
    }),
  },
  {
    pattern: /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/,
    to: ([argumentName = '', name = '']) => ({
      message: `Field '${name}' doesn't accept argument '${argumentName}'`,
      extensions: { code: 'argumentNotAccepted', name, typeName: 'Field', argumentName },
    }),
  },
  {
    pattern: /^Unknown argument "(\w+)" on directive "@(\w+)"/,
    to: ([argumentName = '', name = '']) => ({
      message: `Directive '${name}' doesn't accept argument '${argumentName}'`,
      extensions: { code: 'argumentNotAccepted', name, typeName: 'Directive', argumentName },
    }),
  },
  {
    pattern: /^Field "(\w+)" of type "([^"]+)" must have a selection of subfields/,
    to: ([name = '', type = '']) => ({
      message: `Field must have selections (field '${name}' returns ${type.replace(/[[\]!]/g, '')} but has no selections. Did you mean '${name} { ... }'?)`,
      extensions: {
        code: 'selectionMismatch',
        nodeName: `field '${name}'`,
        typeName: type.replace(/[[\]!]/g, ''),
      },
    }),
  },
  {
    pattern: /^Field "(\w+)" must not have a selection since type "([^"]+)" has no subfields/,
    to: ([name = '', typeName = '']) => ({
      message: `Selections can't be made on scalars (field '${name}' returns ${typeName} but has selections)`,
      extensions: { code: 'selectionMismatch', nodeName: `field '${name}'`, typeName },
    }),
  },
  {
    pattern: /^Field "(\w+)" argument "(\w+)" of type "[^"]+" is required/,
    to: ([name = '', argument = '']) => ({
      message: `Field '${name}' is missing required arguments: ${argument}`,
      extensions: {
        code: 'missingRequiredArguments',
        className: 'Field',
        name,
        arguments: argument,
      },
    }),
  },
  {
    pattern: /^Variable "\$(\w+)" is not defined(?: by operation "(\w+)")?/,
    to: ([variableName = '', operation]) => ({
      message: `Variable $${variableName} is used by ${operation ?? 'anonymous query'} but not declared`,
      extensions: { code: 'variableNotDefined', variableName },
    }),
  },
  {
    pattern: /^Variable "\$(\w+)" is never used(?: in operation "(\w+)")?/,
    to: ([variableName = '', operation]) => ({
      message: `Variable $${variableName} is declared by ${operation ?? 'anonymous query'} but not used`,
      extensions: { code: 'variableNotUsed', variableName },
    }),
  },
  {
    pattern: /^Variable "\$(\w+)" of type "([^"]+)" used in position expecting type "([^"]+)"/,
    to: ([variableName = '', typeName = '', argumentType = '']) => ({
      message: `Type mismatch on variable $${variableName} (${typeName} / ${argumentType})`,
      extensions: {
        code: 'variableMismatch',
        variableName,
        typeName,
        errorMessage: 'Type mismatch',
      },
    }),
  },
  {
    pattern: /^Unknown type "(\w+)"/,
    to: ([typeName = '']) => ({
      message: `No such type ${typeName}, so it can't be a fragment condition`,
      extensions: { code: 'undefinedType', typeName },
    }),
  },
  {
    pattern: /^Unknown fragment "(\w+)"/,
    to: ([fragmentName = '']) => ({
      message: `Fragment ${fragmentName} was used, but not defined`,
      extensions: { code: 'useAndDefineFragment', fragmentName },
    }),
  },
  {
    pattern: /^Fragment "(\w+)" is never used/,
    to: ([fragmentName = '']) => ({
      message: `Fragment ${fragmentName} was defined, but not used`,
      extensions: { code: 'useAndDefineFragment', fragmentName },
    }),
  },
  {
    pattern: /^Field "(\w+)" is not defined by type "(\w+)"/,
    to: ([argumentName = '', name = '']) => ({
      message: `InputObject '${name}' doesn't accept argument '${argumentName}'`,
      extensions: { code: 'argumentNotAccepted', name, typeName: 'InputObject', argumentName },
    }),
  },
];

/** A validation error as Shopify answers it. */
export function refusalOf(error: GraphQLError): WireError {
  const locations = error.locations;
  for (const { pattern, to } of TRANSLATIONS) {
    const match = pattern.exec(error.message);
    if (match) return { ...to(match.slice(1)), locations, path: pathOf(error.nodes) };
  }
  const literal = literalRefusal(error);
  return { ...(literal ?? { message: error.message }), locations };
}

/** Where in the document, as far as the offending node itself tells. */
function pathOf(nodes: readonly ASTNode[] | undefined): WireError['path'] {
  const node = nodes?.[0];
  return node?.kind === Kind.FIELD ? [node.alias?.value ?? node.name.value] : undefined;
}

function literalRefusal(error: GraphQLError): Pick<WireError, 'message' | 'extensions'> | null {
  const match =
    /^(?:Expected value of type "([^"]+)", found (.+?)[.;]|Value "([^"]+)" does not exist in "([^"]+)" enum)/.exec(
      error.message,
    );
  if (match === null) return null;
  const type = match[1] ?? match[4] ?? '';
  return {
    message: `Argument has an invalid value (${match[2] ?? match[3] ?? ''}). Expected type '${type}'.`,
    extensions: { code: 'argumentLiteralsIncompatible', typeName: 'Field' },
  };
}
