// Who may import whom: ARCHITECTURE.md's table as rules. tools/check-graph.mjs runs it and refuses a silent pass.
const room = (folder) => `^${folder}/`;
const anyOf = (folders) => `^(${folders.join('|')})/`;

/** What a folder may not import, although everything not said here is allowed. */
const forbid = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

const apps = ['apps'];
const simulators = ['simulators'];
const connectors = ['packages/shopify', 'packages/netsuite'];

// N/* is NetSuite's own. No "exports" are followed with a query behind the name; Vite does that, and fails the build.
const NOT_FOLLOWED = '^N/|[.]wasm[?]url$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle has no first file to read.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    forbid(
      'std-is-the-floor',
      room('packages/std'),
      anyOf(['packages/(?!std)', 'apps', 'simulators', 'bundles', 'tests']),
      'std knows nothing of anybody.',
    ),
    forbid(
      'domain-is-pure',
      room('packages/domain'),
      anyOf(['packages/(?!std|domain)', 'apps', 'simulators', 'bundles']),
      'domain imports std only.',
    ),
    forbid(
      'platform-has-no-domain',
      room('packages/platform'),
      anyOf(['packages/(?!std|platform)', 'apps', 'simulators', 'bundles']),
      'platform would fit another product unchanged.',
    ),
    forbid(
      'store-decides-nothing',
      room('packages/store'),
      anyOf([
        'packages/(oms|shopify|netsuite|api)',
        'packages/platform/src/(?!db)',
        'apps',
        'simulators',
      ]),
      'store knows tables and SQL.',
    ),
    forbid(
      'oms-knows-no-connector',
      room('packages/oms'),
      anyOf([
        'packages/(shopify|netsuite|api)',
        'packages/platform/src/(?!db)',
        'apps',
        'simulators',
      ]),
      'Use cases know no wire.',
    ),
    forbid(
      'shopify-stands-alone',
      room('packages/shopify'),
      anyOf(['packages/(netsuite|api)', 'packages/store/src/write', ...apps]),
      'Connectors meet in the order only.',
    ),
    forbid(
      'netsuite-stands-alone',
      room('packages/netsuite'),
      anyOf(['packages/(shopify|api)', 'packages/store/src/write', ...apps]),
      'Connectors meet in the order only.',
    ),
    forbid(
      'contract-is-facts',
      room('packages/netsuite/src/contract'),
      anyOf(['packages/(?!std|netsuite/src/contract)', 'packages/netsuite/src/(?!contract)']),
      'The bundle imports the contract: it must stay plain facts.',
    ),
    forbid(
      'api-is-a-contract',
      room('packages/api'),
      anyOf(['packages/(platform|store|oms|shopify|netsuite)', ...apps]),
      'Clients import api: no server code in it.',
    ),
    {
      name: 'writes-are-oms-only',
      comment: 'Commerce state is written by use cases only.',
      severity: 'error',
      from: {
        path: anyOf(['packages', 'apps']),
        pathNot: [room('packages/(oms|store)'), '\\.test\\.ts$'],
      },
      to: { path: room('packages/store/src/write') },
    },
    {
      name: 'simulators-share-nothing',
      comment: 'A simulator that shares code with the connector shares its bugs.',
      severity: 'error',
      from: { path: room('simulators'), pathNot: '\\.test\\.ts$' },
      to: { path: anyOf(['packages/(?!std)', 'apps', 'bundles']) },
    },
    {
      name: 'products-know-no-simulator',
      comment: 'The product does not depend on the outside world being simulated.',
      severity: 'error',
      from: { path: room('packages'), pathNot: ['\\.test\\.ts$', '/src/test/'] },
      to: { path: anyOf([...simulators, 'tests']) },
    },
    {
      name: 'the-demo-stands-outside',
      comment: 'The demo drives the product as people do: over its API.',
      severity: 'error',
      from: { path: room('apps/demo') },
      to: { path: anyOf(['packages/(platform|store|oms|shopify|netsuite)']) },
    },
    forbid(
      'screens-stand-outside',
      room('apps/web'),
      anyOf([
        'packages/(domain|platform|store|oms|shopify|netsuite)',
        'apps/(?!web)',
        'simulators',
        'bundles',
      ]),
      'The screens know the HTTP contract and nothing behind it.',
    ),
    {
      name: 'no-undeclared',
      comment: 'What is imported is declared in the package’s own package.json.',
      severity: 'error',
      from: {},
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'],
        pathNot: NOT_FOLLOWED,
      },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere; N/* is NetSuite’s own.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: NOT_FOLLOWED },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)(dist|fixtures)/'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    builtInModules: { add: [] },
  },
};
