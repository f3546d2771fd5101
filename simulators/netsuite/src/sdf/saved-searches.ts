// Saved searches: the object holds nothing but a container, which is opened and read here.

import { ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { SearchDefinition } from '../account/account.ts';
import { documentedSearch } from './documented-searches.ts';
import { readScriptId } from './object-context.ts';
import type { ObjectReader } from './object-context.ts';
import { openSearchContainer } from './search-container.ts';
import { readSearchXml } from './search-xml.ts';
import { parseXml, textOf, walk } from './xml.ts';
import type { XmlElement } from './xml.ts';

export const readSavedSearch: ObjectReader = (element, context) => {
  const id = readScriptId(element, 'customsearch', context);
  if (id === null) return;
  const read = readDefinition(textOf(element, 'definition'));
  if (!read.ok) {
    const documented = documentedSearch(id);
    if (documented === null) {
      context.report('SEARCH_UNREADABLE', `${id}: ${read.error}`);
      return;
    }
    context.draft.notes.push(
      `${id} could not be read (${read.error}); its published definition is used.`,
    );
    context.draft.savedSearches.push(documented);
    return;
  }
  context.draft.savedSearches.push({
    id,
    title: read.value.title ?? id,
    search: read.value.search,
  });
};

interface ReadSearch {
  readonly title: string | null;
  readonly search: SearchDefinition;
}

function readDefinition(definition: string): Result<ReadSearch, string> {
  const container = openSearchContainer(definition);
  if (!container.ok) return container;
  const root = parseXml(container.value.xml);
  if (!root.ok) return root;
  const search = readSearchXml(root.value);
  return search.ok ? ok({ title: titleOf(root.value), search: search.value }) : search;
}

function titleOf(root: XmlElement): string | null {
  for (const element of walk(root)) {
    if (/^(FIELD_)?TITLE$/i.test(element.attributes['name'] ?? element.name)) return element.text;
  }
  return null;
}
