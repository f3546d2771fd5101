// HTML as values: everything put into a template is escaped unless it is HTML itself.

export interface Html {
  readonly html: string;
}

export type Part = string | number | null | undefined | false | Html | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template whose parts are escaped; null, undefined and false print nothing, lists print one after the other. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return {
    html: texts.map((text, index) => text + (index in parts ? printed(parts[index]) : '')).join(''),
  };
}

function printed(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number')
    return String(part).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
  return 'html' in part ? part.html : part.map(printed).join('');
}

/** A path of encoded segments below /app, with a query of the values that are not blank. */
export function path(
  segments: readonly string[],
  query: Readonly<Record<string, string | number>> = {},
): string {
  const entries = Object.entries(query).filter(([, value]) => value !== '');
  const search = new URLSearchParams();
  for (const [name, value] of entries) search.set(name, String(value));
  const tail = entries.length === 0 ? '' : `?${search.toString()}`;
  return `/app/${segments.map(encodeURIComponent).join('/')}${tail}`;
}
