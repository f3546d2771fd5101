// npx tsx tests/scenarios/src/plain-project/main.ts DIR, then npm run demo -- --once --bundle DIR

import { makePlainProject } from './make-plain-project.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say where the project shall be written.');
await makePlainProject(folder);
