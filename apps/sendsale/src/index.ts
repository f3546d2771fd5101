// The composition root is started, never imported: it exports nothing.

export {};
