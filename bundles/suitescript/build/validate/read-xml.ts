// An XML file as a tree of elements; SDF's files have no mixed content.

import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** The root element, or a text that says what is wrong with the file. */
export function readXml(text: string): XmlElement | string {
  // oxlint-disable-next-line typescript/no-deprecated -- the parser alone accepts broken XML
  const validity = XMLValidator.validate(text);
  if (validity !== true) return `${validity.err.msg} (line ${String(validity.err.line)})`;
  const nodes: unknown = parser.parse(text);
  return elementsIn(nodes)[0] ?? 'The file holds no element';
}

/** The children of that name. */
export function childrenOf(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter((child) => child.name === name);
}

/** The text of the first child of that name; '' when there is none. */
export function childText(parent: XmlElement, name: string): string {
  return childrenOf(parent, name)[0]?.text ?? '';
}

/** The element itself and everything below it. */
export function* walk(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) yield* walk(child);
}

/** The parser gives lists of `{tag: [...], ':@': attributes}` and `{'#text': '…'}`. */
function elementsIn(nodes: unknown): XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: unknown) => {
    if (typeof node !== 'object' || node === null) return [];
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) return [];
    const content: unknown = Reflect.get(node, name);
    return [
      {
        name,
        attributes: attributesOf(node),
        children: elementsIn(content),
        text: textIn(content),
      },
    ];
  });
}

function attributesOf(node: object): Readonly<Record<string, string>> {
  const attributes: unknown = Reflect.get(node, ':@');
  if (typeof attributes !== 'object' || attributes === null) return {};
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, String(value)]),
  );
}

function textIn(content: unknown): string {
  if (!Array.isArray(content)) return '';
  const texts = content.map((node: unknown) => {
    const text: unknown =
      typeof node === 'object' && node !== null ? Reflect.get(node, '#text') : '';
    return typeof text === 'string' ? text : '';
  });
  return texts.join('').trim();
}
