// docs/simulators/netsuite-behaviour.md and netsuite-modules.md: what the NetSuite simulator does and where that is from,
// and what scripts can use in it, both read from its code.

import { behaviourLines, moduleLines, readMarkings } from '@sendsale/simulator-netsuite';
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

/** Modules, objects and records. */
export function netsuiteModulesPage(): Page {
  return {
    path: 'docs/simulators/netsuite-modules.md',
    content: [
      '# What scripts can use in the NetSuite simulator\n',
      generatedFrom('simulators/netsuite/src/runtime/modules/surface.ts'),
      'What is refused as not supported throws `SIMULATOR_NOT_SUPPORTED` with its name when a script reaches it.\n',
      ...moduleLines(),
    ].join('\n'),
  };
}
