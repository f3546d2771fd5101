// The shape of a language's words for what the server says.

export interface DifferenceWords {
  readonly what: string;
  readonly cause: string;
  readonly whatToDo: string;
}

export interface ProblemWords {
  readonly title: string;
  readonly whatToDo: string;
}

/** One language's words, by code. */
export interface WordsOfServer {
  readonly problems: Readonly<Record<string, ProblemWords>>;
  readonly differences: Readonly<Record<string, Omit<DifferenceWords, 'cause'>>>;
  readonly refusals: Readonly<Record<string, string>>;
  /** Short words and sentences that come without a code, by their English. */
  readonly phrases: Readonly<Record<string, string>>;
}
