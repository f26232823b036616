import { native } from '../runtime/native.js';
import { expectText } from '../runtime/text.js';
import type { Callable, Value } from '../runtime/values.js';
import { anchored, bannerRegex, escapeId, escapeRegex, escapeYamlKey, sha256, shellQuote } from './escape.js';

const ofText = (name: string, run: (text: string) => string): readonly [string, Callable] => [
  name,
  native(name, ['text'], (_, text) => run(expectText(text as Value, `${name}() argument`))),
];

/** ComplianceAsCode's filters. */
export const complianceAsCodeFilters: ReadonlyMap<string, Callable> = new Map([
  ofText('banner_anchor_wrap', anchored),
  ofText('banner_regexify', bannerRegex),
  ofText('escape_id', escapeId),
  ofText('escape_regex', escapeRegex),
  ofText('escape_yaml_key', escapeYamlKey),
  ofText('quote', shellQuote),
  ofText('sha256', sha256),
]);
