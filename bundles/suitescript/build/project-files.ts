// manifest.xml names the features an account must have; deploy.xml lists what is deployed.

import { element, writeXml } from './objects/xml.ts';

/** Features every account of the published bundle has; without one the deployment is refused. */
const FEATURES = [
  'ACCOUNTING',
  'CUSTOMRECORDS',
  'INVENTORY',
  'LOCATIONS',
  'MULTILOCINVT',
  'MULTPRICE',
  'SALESORDERS',
  'SERVERSIDESCRIPTING',
] as const;

export function manifestXml(): string {
  return writeXml(
    element(
      'manifest',
      [
        element('projectname', 'Sendsale'),
        element('frameworkversion', '1.0'),
        element('dependencies', [
          element(
            'features',
            FEATURES.map((feature) => element('feature', feature, { required: 'true' })),
          ),
        ]),
      ],
      { projecttype: 'ACCOUNTCUSTOMIZATION' },
    ),
  );
}

export function deployXml(): string {
  return writeXml(
    element('deploy', [
      element('files', [element('path', '~/FileCabinet/SuiteScripts/sendsale/*')]),
      element('objects', [element('path', '~/Objects/*')]),
    ]),
  );
}
