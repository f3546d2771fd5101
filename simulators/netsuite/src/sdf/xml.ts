// SDF objects are XML without mixed content, so a small tree of elements is all the readers need.

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';

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
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** The root element, or what makes the text no well-formed XML. */
export function parseXml(text: string): Result<XmlElement, string> {
  // oxlint-disable-next-line typescript/no-deprecated -- the parser alone accepts broken XML; its successor is a package of its own
  const validity = XMLValidator.validate(text);
  if (validity !== true) return fail(`${validity.err.msg} (line ${validity.err.line})`);
  const roots = toElements(parser.parse(text));
  const root = roots[0];
  return root === undefined ? fail('The file holds no element.') : ok(root);
}

/** The first child of that name, or null. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((child) => child.name === name) ?? null;
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The children of a wrapping child: `listOf(script, 'scriptdeployments', 'scriptdeployment')`. */
export function listOf(element: XmlElement, wrapper: string, name: string): readonly XmlElement[] {
  const wrapping = childOf(element, wrapper);
  return wrapping === null ? [] : childrenOf(wrapping, name);
}

/** The text of the child of that name; '' where there is none. */
export function textOf(element: XmlElement, name: string): string {
  return childOf(element, name)?.text ?? '';
}

export function isTrue(element: XmlElement, name: string): boolean {
  return textOf(element, name) === 'T';
}

/** Every element of the tree, the root first. */
export function* walk(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* walk(child);
}

// The parser's ordered form is a list of one-key objects: {tag: [...], ':@': attributes} and {'#text': '...'}.
function toElements(ordered: unknown): XmlElement[] {
  if (!Array.isArray(ordered)) return [];
  return ordered.flatMap((node: unknown) => toElement(node));
}

function toElement(node: unknown): XmlElement[] {
  if (typeof node !== 'object' || node === null) return [];
  const entries = Object.entries(node);
  const tag = entries.find(([key]) => key !== ':@' && key !== '#text');
  if (tag === undefined) return [];
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributesOf(node))) attributes[name] = String(value);
  const content: unknown = tag[1];
  return [{ name: tag[0], attributes, children: toElements(content), text: textIn(content) }];
}

function attributesOf(node: object): object {
  const attributes: unknown = Reflect.get(node, ':@');
  return typeof attributes === 'object' && attributes !== null ? attributes : {};
}

function textIn(content: unknown): string {
  if (!Array.isArray(content)) return '';
  return content
    .map((node: unknown) => {
      const text: unknown =
        typeof node === 'object' && node !== null ? Reflect.get(node, '#text') : '';
      return typeof text === 'string' ? text : '';
    })
    .join('')
    .trim();
}
