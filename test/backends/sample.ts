import type { Benchmark, Group, Profile, Rule, Value } from '../../src/model/benchmark.js';
import { emptyOvalLibrary } from '../../src/model/oval.js';
import { emptyText, plainText } from '../../src/model/text.js';

/** Small pieces of a benchmark for tests; what a test is about it says itself. */

export const id = (kind: string, name: string): string => `xccdf_org.example_${kind}_${name}`;

export const value = (name: string, more: Partial<Value> = {}): Value => ({
  kind: 'value',
  id: id('value', name),
  name,
  title: plainText(`Title of ${name}`),
  description: plainText(`Describes ${name}.`),
  warnings: [],
  type: 'string',
  operator: 'equals',
  interactive: false,
  options: [{ value: 'standard' }, { selector: 'strict', value: 'tight' }],
  ...more,
});

export const rule = (name: string, more: Partial<Rule> = {}): Rule => ({
  kind: 'rule',
  id: id('rule', name),
  name,
  title: plainText(`Title of ${name}`),
  description: plainText(`Describes ${name}.`),
  warnings: [],
  rationale: emptyText,
  severity: 'medium',
  selected: false,
  identifiers: [],
  references: [],
  platforms: [],
  requires: [],
  conflicts: [],
  remediations: [],
  checks: [],
  ...more,
});

export const group = (name: string, children: Group['children'], more: Partial<Group> = {}): Group => ({
  kind: 'group',
  id: id('group', name),
  name,
  title: plainText(`Title of ${name}`),
  description: plainText(`Describes ${name}.`),
  warnings: [],
  rationale: emptyText,
  platforms: [],
  requires: [],
  conflicts: [],
  references: [],
  children,
  selected: true,
  ...more,
});

export const profile = (name: string, more: Partial<Profile> = {}): Profile => ({
  id: id('profile', name),
  name,
  title: plainText(`Title of ${name}`),
  description: plainText(`Describes ${name}.`),
  platforms: [],
  references: [],
  selects: [],
  refineValues: [],
  setValues: [],
  refineRules: [],
  ...more,
});

export const benchmark = (more: Partial<Benchmark> = {}): Benchmark => ({
  id: id('benchmark', 'DEMO'),
  name: 'demo',
  naming: { prefix: 'demo', reverseDns: 'org.example', ovalNamespace: 'demo' },
  productName: 'Demo Linux',
  title: plainText('Guide to Demo Linux'),
  description: plainText('How to set up Demo Linux.'),
  notices: [],
  frontMatter: emptyText,
  rearMatter: emptyText,
  status: { value: 'draft', date: '2024-05-06' },
  version: '1.0',
  language: 'en-US',
  metadata: { contributors: [] },
  platforms: [],
  profiles: [],
  values: [],
  rules: [],
  groups: [],
  platformDefinitions: new Map(),
  facts: new Map(),
  oval: emptyOvalLibrary,
  cpeOval: emptyOvalLibrary,
  catalogues: new Map(),
  ...more,
});
