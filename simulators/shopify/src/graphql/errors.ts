// The errors of the Admin API in Shopify's shape: a message and extensions.code.
import { GraphQLError } from 'graphql';

const SCOPES_PAGE = 'https://shopify.dev/api/usage/access-scopes';

export function accessDenied(what: string, scope: string): GraphQLError {
  const requiredAccess = `\`${scope}\` access scope.`;
  return new GraphQLError(`Access denied for ${what}. Required access: ${requiredAccess}`, {
    extensions: { code: 'ACCESS_DENIED', documentation: SCOPES_PAGE, requiredAccess },
  });
}

export function resourceNotFound(id: string): GraphQLError {
  return new GraphQLError(`Invalid id: ${id}`, { extensions: { code: 'RESOURCE_NOT_FOUND' } });
}

export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}

/** A rule of the mutation broken by its arguments, such as a missing changeFromQuantity. */
export function invalidFieldArguments(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'INVALID_FIELD_ARGUMENTS' } });
}
