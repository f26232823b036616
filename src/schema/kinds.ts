import type { SchemaObject } from 'ajv';
import { benchmarkSchema } from './benchmark.js';
import { contentRootSchema } from './content-root.js';
import { factSchema } from './fact.js';
import { groupSchema } from './group.js';
import { productSchema } from './product.js';
import { profileSchema } from './profile.js';
import { ruleSchema } from './rule.js';
import { templateSchema } from './template.js';
import { valueSchema } from './value.js';

/** Every kind of YAML file that the native format has, with the schema that decides what it may hold. */
export const schemas = {
  'content-root': contentRootSchema,
  product: productSchema,
  benchmark: benchmarkSchema,
  group: groupSchema,
  rule: ruleSchema,
  value: valueSchema,
  profile: profileSchema,
  fact: factSchema,
  template: templateSchema,
} as const satisfies Record<string, SchemaObject>;

export type SourceKind = keyof typeof schemas;

/** The files that a schema is for, as a glob that editors understand. */
export const filePatterns: Readonly<Record<SourceKind, string>> = {
  'content-root': 'scapc.yml',
  product: 'product.yml',
  benchmark: 'benchmark.yml',
  group: 'group.yml',
  rule: 'rule.yml',
  value: '*.var',
  profile: '*.profile',
  fact: 'shared/applicability/*.yml',
  template: 'template.yml',
};

export const sourceKinds = Object.keys(schemas) as SourceKind[];
