// Who may come in, and what was changed by whom.

export { listApiKeys } from './api-keys.ts';
export type { ListedKey } from './api-keys.ts';
export { auditEntries } from './audit.ts';
export type { AuditEntry, AuditQuestion } from './audit.ts';
export { listPeople, signInFacts } from './people.ts';
export type { ListedPerson } from './people.ts';
export { savedViews } from './saved-views.ts';
export type { SavedView } from './saved-views.ts';
