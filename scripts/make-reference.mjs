/** Writes docs/reference.md: every key of every source file, from the schemas; `--check` only compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import { filePatterns, schemas, sourceKinds } from '../lib/schema/kinds.js';

const target = new URL('../docs/reference.md', import.meta.url);

const intro = `# Reference of every key

The native format is YAML 1.2. This page is made from the JSON Schemas that \`scapc\` itself uses
(\`npm run docs\`), which \`scapc schema KIND\` prints for editors and other tools. Keys that are not listed are
errors. Texts marked "Markdown" are GitHub's flavour of Markdown without raw HTML; every text may hold Handlebars
expressions, which the [authoring guide](authoring.md#values-and-conditions) explains.
`;

const sections = sourceKinds.map((kind) => section(kind, schemas[kind]));
const text = `${intro}\n${sections.join('\n')}`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('docs/reference.md is not what the schemas say; run: npm run docs');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}

function section(kind, schema) {
  const rows = keys(schema, '').map(
    ([name, type, required, description]) => `| \`${name}\` | ${type} | ${required ? 'yes' : ''} | ${cell(description)} |`,
  );
  return `## ${schema.title}: \`${filePatterns[kind]}\`\n\n| key | type | needed | what it is |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function keys(schema, prefix) {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = `${prefix}${name}`;
    const own = [path, typeOf(property), required.has(name), property.description ?? ''];
    return [own, ...nested(property, path)];
  });
}

function nested(property, path) {
  if (property.type === 'object') {
    const free = typeof property.additionalProperties === 'object' ? property.additionalProperties : undefined;
    const below = free?.properties ? keys(free, `${path}.NAME.`) : [];
    return [...keys(property, `${path}.`), ...below];
  }
  if (property.type === 'array' && property.items?.properties) return keys(property.items, `${path}[].`);
  return [];
}

function typeOf({ type, enum: words, items }) {
  if (words) return words.map((word) => `\`${word}\``).join(', ');
  if (type === 'array') return `list of ${items?.type === 'object' ? 'mappings' : 'texts'}`;
  if (type === 'object') return 'mapping';
  return [type].flat().map((each) => (each === 'string' ? 'text' : each)).join(' or ');
}

function cell(text) {
  return text.replace(/\|/g, '\\|');
}
