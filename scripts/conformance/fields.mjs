/**
 * A data stream as a set of fields: one key for each part of each Rule, Group, Value, Profile, OVAL, OCIL and CPE
 * item, with a canonical text. Two streams say the same where every key has the same text in both. What does not
 * count: white space outside scripts, the order of references, identifiers and selectors, time stamps, generators,
 * schema locations, and how the YAML of an Ansible remediation is laid out.
 */
import { readFileSync } from 'node:fs';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { nullType } from '../../lib/source/yaml-types.js';
import { bool11, float11, int11, merge11 } from '../../lib/source/yaml11-types.js';
import { elementsOf, localName, textOf } from '../../lib/xml/nodes.js';
import { parseXml } from '../../lib/xml/parse.js';

const notCounted = new Set(['timestamp', 'time', 'xml:lang', 'xml:space', 'xsi:schemaLocation']);
const itemNames = new Set(['Group', 'Rule', 'Value', 'Profile']);
const ansible = 'urn:xccdf:fix:script:ansible';

/** YAML 1.1; a fraction is neither the integer nor the text that looks like it. */
const schema = FAILSAFE_SCHEMA.extend({
  implicit: [nullType, bool11, int11, float11((value) => ({ fraction: value })), merge11],
});

/** The fields of a data stream: a Map from key to canonical text. */
export function fieldsOf(path) {
  const result = parseXml(readFileSync(path, 'utf8'));
  if ('errors' in result) throw new Error(`${path}: ${result.errors[0].message}`);
  const fields = new Map();
  const put = (key, text) => {
    let free = key;
    while (fields.has(free)) free += "'";
    fields.set(free, text);
  };
  for (const component of elementsOf(result.element)) {
    if (localName(component) === 'extended-component')
      for (const script of elementsOf(component))
        put(`sce/${component.attributes.id}`, canonical(script, true));
    const [content] = localName(component) === 'component' ? elementsOf(component) : [];
    if (!content) continue;
    const kind = localName(content);
    if (kind === 'Benchmark') benchmark(content, put);
    else if (kind === 'oval_definitions') sections(content, 'oval', put);
    else if (kind === 'ocil') sections(content, 'ocil', put);
    else if (kind === 'cpe-list') {
      for (const item of elementsOf(content)) put(`cpe/${item.attributes.name}`, canonical(item));
    }
  }
  return fields;
}

function benchmark(node, put) {
  parts(node, 'benchmark', put);
  for (const platform of descendants(node, 'platform')) {
    if (platform.attributes.id) put(`platform/${platform.attributes.id}`, canonical(platform));
  }
  for (const name of itemNames) {
    for (const item of descendants(node, name)) {
      const key = `${name.toLowerCase()}/${item.attributes.id}`;
      parts(item, key, put);
      if (name === 'Group') put(`${key}/children`, childIds(item).join(' '));
    }
  }
}

/** The attributes of an item, and its children by kind; several of one kind count as a set. */
function parts(node, key, put) {
  put(`${key}/attributes`, attributesOf(node));
  const byKind = new Map();
  for (const child of elementsOf(node)) {
    const name = localName(child);
    if (itemNames.has(name) || name === 'platform-specification') continue;
    const { system } = child.attributes;
    const kind = name === 'fix' || name === 'check' ? `${name} ${system}` : name;
    byKind.set(kind, [...(byKind.get(kind) ?? []), partText(child, name, system)]);
  }
  for (const [kind, texts] of byKind) put(`${key}/${kind}`, texts.sort().join('\n'));
}

function partText(child, name, system) {
  if (name === 'status') return textOf(child).trim();
  if (name === 'fix' && system === ansible) return playbook(child);
  return canonical(child, name === 'fix');
}

/** The tasks of an Ansible remediation as data; the id of a Value stands where its value would. */
function playbook(fix) {
  const text = fix.children
    .map((child) => (child.type === 'element' ? child.attributes.idref : child.value))
    .join('');
  try {
    return `${attributesOf(fix)}${JSON.stringify(sorted(load(text, { schema })))}`;
  } catch {
    return canonical(fix, true);
  }
}

function sorted(data) {
  if (Array.isArray(data)) return data.map(sorted);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.keys(data)
      .sort()
      .map((key) => [key, sorted(data[key])]),
  );
}

function sections(document, kind, put) {
  for (const section of elementsOf(document)) {
    if (localName(section) === 'generator') continue;
    for (const item of elementsOf(section))
      put(`${kind}/${localName(section)}/${item.attributes.id}`, canonical(item));
  }
}

function canonical(node, exact = false) {
  const content = node.children.map((child) => {
    if (child.type === 'element') return canonical(child, exact);
    if (child.type !== 'text' && child.type !== 'cdata') return '';
    return exact ? child.value : child.value.replace(/\s+/g, ' ');
  });
  const inner = content.join('');
  // A generator that indents does so before a closing tag too, where a script ends in a Value.
  const text = exact ? inner.trimEnd() : inner.replace(/ *(<[^>]*>) */g, '$1').trim();
  return `<${localName(node)}${attributesOf(node)}>${text}</${localName(node)}>`;
}

function attributesOf({ attributes }) {
  return Object.keys(attributes)
    .filter((name) => !notCounted.has(name) && !name.startsWith('xmlns'))
    .sort()
    .map((name) => ` ${name}=${JSON.stringify(attributes[name])}`)
    .join('');
}

function* descendants(node, name) {
  for (const child of elementsOf(node)) {
    if (localName(child) === name) yield child;
    yield* descendants(child, name);
  }
}

const childIds = (node) =>
  elementsOf(node)
    .filter((child) => itemNames.has(localName(child)))
    .map((child) => child.attributes.id);
