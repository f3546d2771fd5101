// docs/problems.md: every problem code with its meaning and what a person does, from the catalogue.

import { PROBLEMS } from '@sendsale/domain';
import type { ProblemDefinition } from '@sendsale/domain';
import { generatedFrom } from './page.ts';
import type { Page } from './page.ts';

/** One heading a code, in the order of the catalogue. */
export function problemsPage(): Page {
  const definitions = Object.entries<ProblemDefinition>(PROBLEMS);
  return {
    path: 'docs/problems.md',
    content: [
      '# Problems\n',
      generatedFrom('packages/domain/src/problems/catalogue.ts'),
      'What waits for a person, or for a change of data. A problem has a stable code, the record it is about,\n' +
        'and facts; there is one open problem a code and record, however often it is met. `npx sendsale problems`\n' +
        'lists the open ones.\n',
      ...definitions.map(([code, definition]) => section(code, definition)),
    ].join('\n'),
  };
}

function section(code: string, definition: ProblemDefinition): string {
  const { title, meaning, whatToDo, blocks, heals } = definition;
  return [
    `## ${code}\n`,
    `**${title}.** ${meaning}\n`,
    `* What to do: ${whatToDo}`,
    `* ${blocks ? 'The record waits until it is resolved.' : 'Nothing else waits for it.'}`,
    `* ${heals ? 'It resolves itself once the cause is gone.' : 'A person resolves it.'}\n`,
  ].join('\n');
}
