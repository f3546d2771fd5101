// Every page that is written by a program and kept in the repository.

import { feedPages } from './feed-pages.ts';
import type { Page } from './page.ts';
import { netsuiteBehaviourPage, netsuiteModulesPage } from './netsuite-behaviour-page.ts';
import { problemsPage } from './problems-page.ts';
import { reconciliationPage } from './reconciliation-page.ts';
import { statePages } from './state-pages.ts';
import { timelinePage } from './timeline-page.ts';

/** The pages as they must be; tests/tidy compares them with what lies there. */
export function generatedPages(): Page[] {
  return [
    problemsPage(),
    reconciliationPage(),
    timelinePage(),
    ...statePages(),
    ...feedPages(),
    netsuiteBehaviourPage(),
    netsuiteModulesPage(),
  ];
}
