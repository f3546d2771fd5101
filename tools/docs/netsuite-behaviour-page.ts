// docs/simulators/netsuite-behaviour.md: what the NetSuite simulator does and where that is from, read from its code.

import { behaviourLines, readMarkings } from '@sendsale/simulator-netsuite';
import { generatedFrom } from './page.ts';
import type { Page } from './page.ts';

/** Assumed behaviour first. */
export function netsuiteBehaviourPage(): Page {
  return {
    path: 'docs/simulators/netsuite-behaviour.md',
    content: [
      '# What the NetSuite simulator does, and where that is from\n',
      generatedFrom('the marked comments of simulators/netsuite/src'),
      'Every comment of the simulator that says where a behaviour is from. One that carries several marks stands under\n' +
        'the weakest. [The parity kit](netsuite.md#the-parity-kit) asks an account about the assumptions that matter most.\n',
      ...behaviourLines(readMarkings()),
    ].join('\n'),
  };
}
