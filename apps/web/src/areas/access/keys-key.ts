// Where the list of keys stands.

export const KEYS_KEY: readonly string[] = ['audit', 'keys'];
