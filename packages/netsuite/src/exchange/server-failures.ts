// The names of what can go wrong at the file server, as the SFTP client gives them to its errors.

/** The failure's name, or null for an error that is none of the server's. */
export function serverFailureCode(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== 'SftpFailure') return null;
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : null;
}
