// Components that put styles into the page name the nonce that the page's policy allows.

export const STYLE_NONCE: string | null =
  document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? null;
