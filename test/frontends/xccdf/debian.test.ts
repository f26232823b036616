import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { readScapFile } from '../../../src/frontends/xccdf/index.js';
import type { Benchmark } from '../../../src/model/benchmark.js';
import { itemsOf, rulesOf, valuesOf } from '../../../src/model/items.js';
import type { RichText } from '../../../src/model/text.js';
import { ssgFile, ssgFiles, ssgFolder } from './ssg.js';

const counter = fileURLToPath(new URL('independent-count.py', import.meta.url));
const run = promisify(execFile);

const sibling = (href: string) => {
  const path = join(ssgFolder, href);
  return existsSync(path) ? { path, text: readFileSync(path, 'utf8') } : undefined;
};

function read(name: string): { benchmark: Benchmark | undefined; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const bytes = ssgFile(name);
  const benchmark = readScapFile(bytes, name, (each) => diagnostics.push(each), { sibling });
  return { benchmark, diagnostics };
}

type Node = RichText['children'][number];

/** Text as a reader of the XML sees it: a `sub` has none. */
function plain(nodes: readonly Node[]): string {
  let out = '';
  for (const node of nodes) {
    if (node.type === 'text') out += node.value;
    else if (node.type === 'element') out += plain(node.children);
  }
  return out;
}

const words = (text: RichText): string =>
  plain(text.children)
    .split(/[ \t\n\r\f\v]+/)
    .filter(Boolean)
    .join(' ');

/** The same account of a benchmark as the independent counter gives. */
function account(benchmark: Benchmark, isDataStream: boolean) {
  const items = [...itemsOf(benchmark)];
  const rules = rulesOf(benchmark);
  const groupsAndRules = items.filter((item) => item.kind !== 'value');
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const texts = createHash('sha256');
  for (const item of items) {
    const blocks = [item.title, item.description, ...(item.kind === 'value' ? [] : [item.rationale])];
    for (const block of [...blocks, ...item.warnings.map(({ text }) => text)]) {
      if (words(block) !== '') texts.update(`${words(block)}\n`);
    }
  }
  const fixes = createHash('sha256');
  const parts = rules.flatMap((rule) => rule.remediations.flatMap((remediation) => remediation.parts));
  for (const part of parts) if (typeof part === 'string') fixes.update(part);
  const definitions = new Set([...benchmark.oval.definition.keys(), ...benchmark.cpeOval.definition.keys()]);
  return {
    items: items.map((item) => [item.kind, item.id]),
    texts: texts.digest('hex'),
    fixes: fixes.digest('hex'),
    fixSubs: parts.filter((part) => typeof part !== 'string').length,
    identifiers: sum(rules.map((rule) => rule.identifiers.length)),
    references: sum(rules.map((rule) => rule.references.length)),
    requires: sum(groupsAndRules.map((item) => item.requires.length)),
    conflicts: sum(groupsAndRules.map((item) => item.conflicts.length)),
    platforms: sum(groupsAndRules.map((item) => item.platforms.length)),
    options: sum(valuesOf(benchmark).map((value) => value.options.length)),
    checks: sum(rules.map((rule) => rule.checks.length)),
    ocil: rules.filter((rule) => rule.ocil).length,
    exports: sum(rules.flatMap((rule) => rule.checks.map((check) => check.exports.length))),
    profiles: benchmark.profiles.map(({ id, selects, refineValues, refineRules }) => [
      id,
      selects.length,
      refineValues.length,
      refineRules.length,
    ]),
    platformDefinitions: [...benchmark.platformDefinitions.keys()],
    definitions: isDataStream ? definitions.size : null,
    dictionary: isDataStream ? [...benchmark.facts.keys()] : null,
  };
}

/** Texts in which markup stands that nobody will interpret. */
function leaks(benchmark: Benchmark): string[] {
  const markup = /<\/?(xccdf|html|xhtml|ocil)[\w.-]*:|<(sub|code|pre|tt)\b|idref=|&(lt|gt|amp);/;
  return [...itemsOf(benchmark)].flatMap((item) => {
    const texts = [item.title, item.description, ...item.warnings.map(({ text }) => text)].map(words);
    if (item.kind !== 'value') texts.push(words(item.rationale));
    if (item.kind === 'rule' && item.ocil) texts.push(words(item.ocil.question), item.ocil.clause);
    return texts.filter((text) => markup.test(text)).map((text) => `${item.id}: ${text}`);
  });
}

const files = ssgFiles();
const isBenchmark = (name: string): boolean => /-(xccdf|ds|ds-1\.2)\.xml$/.test(name);

describe('every benchmark of the Debian packages', () => {
  test('there are about a hundred', () => {
    expect(files.filter(isBenchmark).length).toBeGreaterThan(80);
  });

  test.each(files.filter(isBenchmark))('%s reads as another parser counts it', async (name) => {
    const counting = run('python3', [counter, join(ssgFolder, name)], { maxBuffer: 2 ** 28 });
    const { benchmark, diagnostics } = read(name);
    const { stdout } = await counting;
    expect(diagnostics).toEqual([]);
    const expected = JSON.parse(stdout);
    expect(benchmark && account(benchmark, !name.endsWith('-xccdf.xml'))).toEqual(expected);
    expect(benchmark && leaks(benchmark)).toEqual([]);
  });
});

describe('every other file of the Debian packages', () => {
  test.each(files.filter((name) => !isBenchmark(name)))('%s is refused by what it is', (name) => {
    const { benchmark, diagnostics } = read(name);
    expect(benchmark).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    const what = name.endsWith('oval.xml')
      ? 'the file is OVAL definitions, which are checks without a benchmark'
      : name.endsWith('ocil.xml')
        ? 'the file is an OCIL document, which is questionnaires without a benchmark'
        : 'the file is a CPE dictionary, which is platforms without a benchmark';
    expect(diagnostics[0]).toMatchObject({
      code: 'scap-not-a-benchmark',
      severity: 'error',
      message: what,
      hint: 'A benchmark (XCCDF 1.1 or 1.2) or a SCAP 1.2 or 1.3 source data stream is needed.',
    });
  });
});
