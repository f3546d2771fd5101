// N/runtime: who is running, with which parameters and how much usage is left.

import type { CustomFieldDefinition } from '../../account/definitions.ts';
import type { Invocation } from '../invocation.ts';
import { CONTEXTS } from '../limits.ts';
import { notSupported } from '../not-supported.ts';
import { readOptions } from '../options.ts';
import { Constants } from '../realm.ts';

const CONTEXT_TYPES =
  'ACTION ADVANCED_REVREC BANK_CONNECTIVITY BANK_STATEMENT_PARSER BUNDLE_INSTALLATION CLIENT CONSOLRATEADJUSTOR ' +
  'CSV_IMPORT CUSTOMGLLINES CUSTOM_MASSUPDATE DATASET_BUILDER DEBUGGER EMAIL_CAPTURE FI_CONNECTIVITY ' +
  'FI_PARSER MAP_REDUCE OCR_PLUGIN OTHER PAYMENTGATEWAY PAYMENTPOSTBACK PLATFORMEXTENSION PORTLET ' +
  'PROMOTIONS REST_WEBSERVICES RESTLET SCHEDULED SDF_INSTALLATION SHIPPING_PARTNERS SUITELET TAX_CALCULATION ' +
  'USEREVENT USER_INTERFACE WEBAPPLICATION WEBSERVICES WEBSTORE WORKBOOK_BUILDER WORKFLOW';

export function runtimeModule(invocation: Invocation): object {
  const { realm, host, kind } = invocation;
  const script = scriptObject(invocation);
  const user = realm.give({
    id: -4,
    name: '-System-',
    email: 'onlineservice@netsuite.com',
    role: 3,
    roleId: 'administrator',
    roleCenter: 'BASIC',
    subsidiary: 1,
    department: 0,
    location: 0,
    contact: 0,
  });
  return realm.object({
    getCurrentScript: realm.method('getCurrentScript', () => script),
    getCurrentUser: realm.method('getCurrentUser', () => user),
    getCurrentSession: realm.method('getCurrentSession', () =>
      notSupported('runtime.getCurrentSession'),
    ),
    isFeatureInEffect: realm.method('isFeatureInEffect', () =>
      notSupported('runtime.isFeatureInEffect'),
    ),
    accountId: host.accountId,
    country: 'US',
    envType: host.accountId.includes('_SB') ? 'SANDBOX' : 'PRODUCTION',
    executionContext: invocation.trigger ?? CONTEXTS[kind],
    processorCount: 2,
    queueCount: 1,
    version: '2026.2',
    ContextType: new Constants(
      enumOf(CONTEXT_TYPES, {
        MAP_REDUCE: 'MAPREDUCE',
        CSV_IMPORT: 'CSVIMPORT',
        USER_INTERFACE: 'USERINTERFACE',
        REST_WEBSERVICES: 'RESTWEBSERVICES',
      }),
    ),
    EnvType: new Constants(enumOf('SANDBOX PRODUCTION BETA INTERNAL', {})),
    Permission: new Constants({ FULL: 4, EDIT: 3, CREATE: 2, VIEW: 1, NONE: 0 }),
  });
}

function enumOf(
  names: string,
  other: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, other[name] ?? name]));
}

function scriptObject(invocation: Invocation): object {
  const { realm, running, meter, charge } = invocation;
  const script = realm.defineClass<{ percentComplete: unknown }>({
    name: 'Script',
    methods: {
      getParameter: (_state, args) => {
        charge('script.getParameter', 0);
        const name = readOptions('Script.getParameter', args, ['name']).requiredText('name');
        return parameterValue(invocation, name.toLowerCase());
      },
      getRemainingUsage: () => meter.remaining(),
    },
    properties: {
      id: { get: () => running.script.id },
      deploymentId: { get: () => running.deployment.id },
      logLevel: { get: () => running.deployment.logLevel },
      bundleIds: { get: () => [] },
      apiVersion: { get: () => '2.1' },
      percentComplete: {
        get: (state) => state.percentComplete,
        set: (state, value) => {
          state.percentComplete = value;
        },
      },
    },
  });
  return script.create({ percentComplete: 0 });
}

// Parameters are typed by their field; an unknown or empty one is null.
function parameterValue({ running, host }: Invocation, name: string): unknown {
  const text = running.parameters[name] ?? '';
  const field = running.script.parameters.find((one) => one.id === name);
  if (field === undefined || text === '') return field?.fieldType === 'CHECKBOX' ? false : null;
  return typed(field, text, (value) => host.calendar.parse(value));
}

function typed(
  field: CustomFieldDefinition,
  text: string,
  parse: (text: string) => Date | null,
): unknown {
  switch (field.fieldType) {
    case 'CHECKBOX':
      return text === 'T' || text === 'true';
    case 'INTEGER':
    case 'FLOAT':
    case 'CURRENCY':
    case 'PERCENT':
      return Number(text);
    case 'DATE':
    case 'DATETIMETZ':
    case 'TIMEOFDAY':
      return parse(text) ?? text;
    default:
      return text;
  }
}
