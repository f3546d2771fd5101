// A build that would deploy something broken stops here.

export class BundleError extends Error {
  override readonly name = 'BundleError';
}
