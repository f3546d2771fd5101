// The modules, objects and records scripts can use, as one page in Markdown for docs/.

import { WITHOUT_SUPPORT } from '../runtime/modules/catalogue.ts';
import { MODULE_SURFACES, OBJECT_SURFACES, keptRecords } from '../runtime/modules/surface.ts';
import type { Surface } from '../runtime/modules/surface.ts';

/** The page, without its title. */
export function moduleLines(): string[] {
  return [
    '## Modules',
    '',
    ...surfaceTable(MODULE_SURFACES),
    '',
    `Not supported at all: ${[...WITHOUT_SUPPORT].map(code).join(', ')}.`,
    '',
    '## Objects',
    '',
    ...surfaceTable(OBJECT_SURFACES),
    '',
    '## Records',
    '',
    'Standard types; custom records come with projects. Any other type of NetSuite is refused by its name.',
    '',
    '| Type | Transforms to | |',
    '| --- | --- | --- |',
    ...keptRecords().map(
      ({ type, transformsTo, isCreatable }) =>
        `| ${code(type)} | ${transformsTo.map(code).join(', ')} | ${isCreatable ? '' : 'by transform only'} |`,
    ),
    '',
  ];
}

function surfaceTable(surfaces: readonly Surface[]): string[] {
  return [
    '| | Supported | Refused as not supported |',
    '| --- | --- | --- |',
    ...surfaces.map(
      ({ name, supported, unsupported }) =>
        `| ${code(name)} | ${supported.map(code).join(' ')} | ${unsupported.map(code).join(' ')} |`,
    ),
  ];
}

function code(text: string): string {
  return `\`${text}\``;
}
