// Long lists of names read better as lines of words than as columns of quotes.

/** The words of a text, split at white space. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
