/**
 * Writes the pages of docs/ that follow from the sources: every key, from the schemas; every rule template, from
 * its own schema; and every message, from the catalogues of messages. With `--check` it only says whether they are up to date.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { filePatterns, schemas, sourceKinds } from '../lib/schema/kinds.js';

const root = new URL('../', import.meta.url);
const check = process.argv.includes('--check');

/** The layers that have messages, as readers know them. */
const titles = {
  build: 'Reading and writing',
  diagnostics: 'Files, YAML and schemas',
  'frontends/native': 'Content in YAML and Markdown',
  'frontends/cac': 'ComplianceAsCode checkouts',
  'frontends/xccdf': 'Benchmarks and data streams that somebody else built',
  resolve: 'Links between items',
  testing: 'Proving rules',
};

page('docs/reference.md', reference());
page('docs/rule-templates.md', ruleTemplates());
page('docs/diagnostics.md', diagnostics());

function page(path, text) {
  const url = new URL(path, root);
  if (!check) writeFileSync(url, text);
  else if (readFileSync(url, 'utf8') !== text) {
    console.error(`${path} is not what the sources say; run: npm run docs`);
    process.exitCode = 1;
  }
}

function diagnostics() {
  const paths = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(messages|expand|prepare)\.ts$/.test(path),
  );
  const layers = new Map();
  for (const path of paths.sort()) {
    const layer = path
      .split('/')
      .slice(0, path.startsWith('frontends') ? 2 : 1)
      .join('/');
    const messages = messagesOf(readFileSync(new URL(`src/${path}`, root), 'utf8'));
    if (messages.length > 0) layers.set(layer, [...(layers.get(layer) ?? []), ...messages]);
  }
  const sections = [...layers].map(([layer, messages]) => {
    const rows = messages
      .sort((x, y) => (x.code < y.code ? -1 : 1))
      .map(({ code, severity, text }) => `| \`${code}\` | ${severity} | ${cell(text)} |`);
    return `## ${titles[layer] ?? layer}\n\n| code | | message |\n| --- | --- | --- |\n${[...new Set(rows)].join('\n')}\n`;
  });
  return `# Every message

A message names the place, shows the line, and says what to do where that is known. Its code stays the same from
version to version; `.concat(
    '`--format json` prints it as `code`. An error keeps a build from writing anything, a warning does\n',
    'not. `…` stands for the name or text in question. This page is made from the sources (`npm run docs`).\n\n',
    sections.join('\n'),
  );
}

/** The calls that make messages: a code and a text, plain or with parts to fill in. */
function messagesOf(source) {
  const text = String.raw`(\`(?:[^\`\\]|\\.)*\`|'(?:[^'\\]|\\.)*')`;
  const calls = new RegExp(
    String.raw`\b(error|errorAt|warning|warningAt)\(\s*'([a-z0-9-]+)',\s*(?:\w+\s*\?\s*)?${text}`,
    'g',
  );
  const tables = new RegExp(String.raw`\[\s*'([a-z0-9]+-[a-z0-9-]+)',\s*${text},`, 'g');
  const problems = new RegExp(String.raw`code: '([a-z0-9-]+)',\s*message: ${text}`, 'g');
  return [
    ...[...source.matchAll(calls)].map(([, call, code, message]) => ({
      code,
      severity: call.startsWith('warning') ? 'warning' : 'error',
      text: readable(message),
    })),
    ...[...source.matchAll(tables), ...source.matchAll(problems)].map(([, code, message]) => ({
      code,
      severity: 'error',
      text: readable(message),
    })),
  ];
}

/** The text of a string literal, with … for what is filled in. */
function readable(literal) {
  const inner = literal.slice(1, -1);
  return (literal.startsWith('`') ? withoutHoles(inner) : inner).replace(/\\([`'])/g, '$1');
}

function withoutHoles(text) {
  let out = '';
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.startsWith('${', i)) {
      if (depth === 0) out += '…';
      depth++;
      i++;
    } else if (depth > 0) {
      if (text[i] === '{') depth++;
      if (text[i] === '}') depth--;
    } else out += text[i];
  }
  return out;
}

function reference() {
  const intro = `# Reference of every key

The native format is YAML 1.2. This page is made from the JSON Schemas that \`scapc\` itself uses
(\`npm run docs\`), which \`scapc schema KIND\` prints for editors and other tools. Keys that are not listed are
errors. Texts marked "Markdown" are GitHub's flavour of Markdown without raw HTML; every text may hold Handlebars
expressions, which the [authoring guide](authoring.md#values-and-conditions) explains.
`;

  const sections = sourceKinds.map((kind) => section(kind, schemas[kind]));
  return `${intro}\n${sections.join('\n')}`;
}

function section(kind, schema) {
  return `## ${schema.title}: \`${filePatterns[kind]}\`\n\n${table('key', keys(schema, ''))}`;
}

function table(what, rows) {
  const lines = rows.map(
    ([name, type, required, description]) =>
      `| \`${name}\` | ${type} | ${required ? 'yes' : ''} | ${cell(description)} |`,
  );
  return `| ${what} | type | needed | what it is |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`;
}

function ruleTemplates() {
  const intro = `# Rule templates

The rule templates that come with scapc, in [\`templates/rules/\`](../templates/rules), with their parameters: what
stands below \`template.vars\` in a [\`rule.yml\`](authoring.md#rule-templates). This page is made from their own files
(\`npm run docs\`).
`;
  const names = readdirSync(new URL('templates/rules/', root)).sort();
  const sections = names.map((name) => {
    const folder = new URL(`templates/rules/${name}/`, root);
    const { title, description } = parse(readFileSync(new URL('template.yml', folder), 'utf8'));
    const schema = JSON.parse(readFileSync(new URL('schema.json', folder), 'utf8'));
    const makes = [
      ['oval.xml', 'a check'],
      ['bash.sh', 'a Bash remediation'],
      ['ansible.yml', 'Ansible tasks'],
      ['tests', 'scenarios'],
    ].flatMap(([file, what]) => (existsSync(new URL(file, folder)) ? [what] : []));
    return `## \`${name}\`: ${title}\n\n${description.trim()}\n\nIt makes ${list(makes)}.\n\n${table('parameter', keys(schema, '').map(withDefault(schema)))}`;
  });
  return `${intro}\n${sections.join('\n')}`;
}

/** The description of a parameter with the value that it has where it is left out. */
function withDefault({ properties }) {
  return ([name, type, required, description]) => {
    const { default: value } = properties[name];
    const words = Array.isArray(value) ? value.join(', ') : String(value);
    const shown = value === undefined || value === false || words === '' ? '' : ` Default: \`${words}\`.`;
    return [name, type, required, `${description}${shown}`];
  };
}

function list(words) {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
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
    const free =
      typeof property.additionalProperties === 'object' ? property.additionalProperties : undefined;
    const below = free?.properties ? keys(free, `${path}.NAME.`) : [];
    return [...keys(property, `${path}.`), ...below];
  }
  if (property.type === 'array' && property.items?.properties) return keys(property.items, `${path}[].`);
  return [];
}

function typeOf({ type, enum: words, items }) {
  if (words) return words.map((word) => `\`${word}\``).join(', ');
  if (type === 'array')
    return items?.enum
      ? `list of ${typeOf(items)}`
      : `list of ${items?.type === 'object' ? 'mappings' : 'texts'}`;
  if (type === 'object') return 'mapping';
  return [type]
    .flat()
    .map((each) => (each === 'string' ? 'text' : each === 'integer' ? 'number' : each))
    .join(' or ');
}

function cell(text) {
  return text.replace(/\|/g, '\\|');
}
