import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { formatPretty } from '../../../src/diagnostics/pretty.js';
import { type ReadOptions, readScap } from '../../../src/frontends/xccdf/index.js';
import type { Benchmark, Rule, Value } from '../../../src/model/benchmark.js';
import { itemsOf } from '../../../src/model/items.js';

export interface Read {
  readonly benchmark: Benchmark | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What the author sees in a terminal. */
  readonly messages: string;
}

/** Reads a document that a test wrote down; `files` lie beside it. */
export function read(
  text: string,
  files: Readonly<Record<string, string>> = {},
  options: ReadOptions = {},
): Read {
  const diagnostics: Diagnostic[] = [];
  const sibling = (href: string) =>
    files[href] === undefined ? undefined : { path: href, text: files[href] };
  const report = (each: Diagnostic) => {
    diagnostics.push(each);
  };
  const benchmark = readScap({ path: 'benchmark.xml', text }, report, { sibling, ...options });
  return { benchmark, diagnostics, messages: formatPretty(diagnostics, false) };
}

/** The benchmark of a document in which nothing is wrong. */
export function readSound(text: string, files: Readonly<Record<string, string>> = {}): Benchmark {
  const { benchmark, messages } = read(text, files);
  if (!benchmark || messages !== '') throw new Error(messages || 'no benchmark');
  return benchmark;
}

export function ruleOf(benchmark: Benchmark | undefined, id: string): Rule {
  for (const item of benchmark ? itemsOf(benchmark) : [])
    if (item.id === id && item.kind === 'rule') return item;
  throw new Error(`no rule ${id}`);
}

export function theValue(benchmark: Benchmark | undefined, id: string): Value {
  for (const item of benchmark ? itemsOf(benchmark) : [])
    if (item.id === id && item.kind === 'value') return item;
  throw new Error(`no value ${id}`);
}

/** A benchmark of XCCDF 1.2 around what a test is about. */
export const xccdf = (content: string, attributes = ''): string => `<?xml version="1.0"?>
<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:cpe="http://cpe.mitre.org/language/2.0" id="xccdf_org.example_benchmark_test" xml:lang="en-US" ${attributes}>
<status date="2024-05-06">draft</status>
<title>Guide to the Secure Configuration of Example OS</title>
<version>1</version>
${content}
</Benchmark>`;

/** A rule of that benchmark. */
export const rule = (name: string, content = '', attributes = ''): string =>
  `<Rule id="xccdf_org.example_rule_${name}" ${attributes}><title>${name}</title>${content}</Rule>`;
