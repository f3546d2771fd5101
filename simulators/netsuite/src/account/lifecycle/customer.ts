// The customer: numbered by the account, a person or a company, one subsidiary.

import { refuseAsUser } from '../failure.ts';
import type { Behaviour } from '../records/behaviour.ts';
import { behaviour } from '../records/behaviour.ts';
import { fill, idOf, isBlank } from '../records/draft.ts';
import { checkNothingDependsOn } from './dependents.ts';

/** "CUSTOMER-Closed Won" of a new account. [assumed] */
const CLOSED_WON = '13';

/** Auto-generated numbers are on, as in new accounts: ids are CUST1, CUST2, … [assumed] */
export const customer: Behaviour = behaviour({
  transformsTo: ['salesorder', 'invoice', 'cashsale', 'customerpayment'],
  complete: (engine, draft) => {
    const { fields } = draft;
    fill(fields, 'isperson', 'F');
    fill(fields, 'entitystatus', CLOSED_WON);
    const subsidiary = engine.store.find('subsidiary', idOf(fields, 'subsidiary'));
    fill(fields, 'currency', subsidiary?.fields['currency'] ?? '1');
    const isPerson = idOf(fields, 'isperson') === 'T';
    const name = isPerson
      ? [idOf(fields, 'firstname'), idOf(fields, 'lastname')]
          .filter((part) => part !== '')
          .join(' ')
      : idOf(fields, 'companyname');
    fields.set('altname', name);
    if (isBlank(fields, 'entityid')) {
      fields.set('entityid', `CUST${engine.store.next('number:customer')}`);
    }
  },
  check: (_engine, draft) => {
    const { fields } = draft;
    const isPerson = idOf(fields, 'isperson') === 'T';
    // [documented] a person needs a last name, a company a company name.
    if (isPerson && isBlank(fields, 'lastname'))
      refuseAsUser('Please enter value(s) for: Last Name');
    if (!isPerson && isBlank(fields, 'companyname')) {
      refuseAsUser('Please enter value(s) for: Company Name');
    }
  },
  checkDelete: (engine, record) => {
    checkNothingDependsOn(engine, record);
  },
});
