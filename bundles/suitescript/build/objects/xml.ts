// SDF's XML: elements without mixed content, one a line.

/** An element with children, a text, or nothing. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly Element[];
}

/** `element('status', 'SCHEDULED')`, `element('recurrence', [ … ])`. */
export function element(
  name: string,
  content: string | readonly Element[],
  attributes: Readonly<Record<string, string>> = {},
): Element {
  return { name, attributes, content };
}

/** Leaf elements in the order of the object's keys. */
export function leaves(values: Readonly<Record<string, string>>): Element[] {
  return Object.entries(values).map(([name, text]) => element(name, text));
}

/** The text of an XML file with this root. */
export function writeXml(root: Element): string {
  return `${lines(root, '').join('\n')}\n`;
}

function lines(node: Element, indent: string): string[] {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  const open = `${indent}<${node.name}${attributes}>`;
  const close = `</${node.name}>`;
  if (typeof node.content === 'string') return [`${open}${escapeXml(node.content)}${close}`];
  if (node.content.length === 0) return [`${open}${close}`];
  return [
    open,
    ...node.content.flatMap((child) => lines(child, `${indent}  `)),
    `${indent}${close}`,
  ];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
