// The texts of the screens: each area has one file with every language side by side, so that none is forgotten.

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text with `{names}` in it; with a plural, chosen by the value `count`. */
export type Text = string | { readonly one: string; readonly other: string };
export type Values = Readonly<Record<string, string | number>>;

export interface Texts<Key extends string> {
  readonly en: Readonly<Record<Key, Text>>;
  readonly de: Readonly<Record<Key, Text>>;
}

/** The compiler refuses a key that one language has and the other has not. */
export function defineText<const English extends Readonly<Record<string, Text>>>(
  en: English,
  de: { readonly [Key in keyof English]: Text },
): Texts<keyof English & string> {
  return { en, de };
}

/** The text in a language, with its values filled in. */
export function fillText(text: Text, language: Language, values: Values = {}): string {
  const form = typeof text === 'string' ? text : text[pluralOf(language, values['count'])];
  return form.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
  });
}

function pluralOf(language: Language, count: string | number | undefined): 'one' | 'other' {
  const form = new Intl.PluralRules(language).select(Number(count ?? 0));
  return form === 'one' ? 'one' : 'other';
}
