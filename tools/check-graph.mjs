// Checks the import rules and refuses a run that looked at nothing: the checker prints a green tick
// for zero modules when it cannot read TypeScript.
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { createRequire } from 'node:module';

const MODULES_AT_LEAST = 100;
const folders = ['packages', 'apps', 'simulators', 'bundles', 'tests', 'tools'];
const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs');

const { output } = await cruise(
  folders,
  { ruleSet: { forbidden: config.forbidden }, validate: true, ...config.options },
  config.options.enhancedResolveOptions,
  { tsConfig: extractTSConfig('tsconfig.json') },
);
const { modules, summary } = output;
for (const violation of summary.violations) {
  const { rule, from, to } = violation;
  const comment = config.forbidden.find(({ name }) => name === rule.name)?.comment ?? '';
  process.stdout.write(`${from} → ${to}\n    ${rule.name}: ${comment}\n`);
}
process.stdout.write(`${modules.length} modules, ${summary.violations.length} violations\n`);
if (modules.length < MODULES_AT_LEAST) {
  process.stdout.write(
    `Fewer than ${MODULES_AT_LEAST} modules were read: the check looked at nothing.\n`,
  );
  process.exit(1);
}
process.exit(summary.violations.length > 0 ? 1 : 0);
