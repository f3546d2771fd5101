// N/encode: texts between character sets and number systems.

import { refuse } from '../../account/failure.ts';
import type { Invocation } from '../invocation.ts';
import { readOptions } from '../options.ts';
import { Constants } from '../realm.ts';

// NetSuite's names (encode.Encoding) and what Node calls the same.
const ENCODINGS: ReadonlyMap<string, BufferEncoding> = new Map([
  ['UTF_8', 'utf8'],
  ['BASE_16', 'hex'],
  ['BASE_64', 'base64'],
  ['BASE_64_URL_SAFE', 'base64url'],
  ['HEX', 'hex'],
]);

export function encodeModule({ realm, charge }: Invocation): object {
  return realm.object({
    convert: realm.method('convert', (args) => {
      charge('encode.convert', 0);
      const options = readOptions('encode.convert', args, [
        'string',
        'inputEncoding',
        'outputEncoding',
      ]);
      const input = encoding(options.requiredText('inputEncoding'));
      const output = encoding(options.requiredText('outputEncoding'));
      return Buffer.from(options.text('string', ''), input).toString(output);
    }),
    Encoding: new Constants(Object.fromEntries([...ENCODINGS.keys()].map((name) => [name, name]))),
  });
}

function encoding(name: string): BufferEncoding {
  return (
    ENCODINGS.get(name) ??
    refuse('SSS_INVALID_TYPE_ARG', `encode.convert: ${name} is no known encoding.`)
  );
}
