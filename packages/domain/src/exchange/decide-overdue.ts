// What to do about a record nobody answered for: what NetSuite says when it is asked, and where its file lies,
// decide; only when both are silent is it sent again, under the same external id.

/** What NetSuite says when it is asked by the record's external id. UNKNOWN: it cannot be asked, or did not answer. */
export type ReadBack =
  | { readonly kind: 'FOUND'; readonly remoteId: string }
  | { readonly kind: 'MISSING' }
  | { readonly kind: 'UNKNOWN' };

/** Where the record's file is: NetSuite's scripts move files they read. UNKNOWN: the server could not be asked. */
export type FilePlace = 'INBOX' | 'PROCESSING' | 'ARCHIVE' | 'FAILED' | 'NOWHERE' | 'UNKNOWN';

export interface OverdueFacts {
  readonly readBack: ReadBack;
  readonly place: FilePlace;
  /** How often it was sent, this time included. */
  readonly attempt: number;
  /** Whoever reads the files answers for rows of this feed: a bundle with acknowledgements, or a file of ids. */
  readonly isAnswered: boolean;
}

export type OverdueDecision =
  | { readonly kind: 'ACCEPT'; readonly remoteId: string | null }
  | { readonly kind: 'REFUSE' }
  | { readonly kind: 'SEND_AGAIN' }
  | { readonly kind: 'WAIT'; readonly why: string };

/** So often a record is sent without an answer; then a person looks. */
export const UNANSWERED_ATTEMPTS_MAX = 3;

export function decideOverdue(facts: OverdueFacts): OverdueDecision {
  const { readBack, place, attempt, isAnswered } = facts;
  if (readBack.kind === 'FOUND') return { kind: 'ACCEPT', remoteId: readBack.remoteId };
  switch (place) {
    case 'FAILED':
      return { kind: 'REFUSE' };
    case 'INBOX':
      return { kind: 'WAIT', why: 'NetSuite has not read the file yet.' };
    case 'PROCESSING':
      return { kind: 'WAIT', why: 'NetSuite works on the file.' };
    case 'UNKNOWN':
      return { kind: 'WAIT', why: 'The file server could not be asked where the file is.' };
    case 'ARCHIVE':
      // Read without complaint, and nobody would say more: the published scripts are silent about updates.
      if (!isAnswered) return { kind: 'ACCEPT', remoteId: null };
      break;
    case 'NOWHERE':
      break;
  }
  if (attempt < UNANSWERED_ATTEMPTS_MAX) return { kind: 'SEND_AGAIN' };
  return { kind: 'WAIT', why: `It was sent ${attempt} times without an answer.` };
}
