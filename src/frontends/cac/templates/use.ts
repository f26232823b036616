import type { Report } from '../../../diagnostics/diagnostic.js';
import { childPlace, keyPlace, type NodePlace } from '../../../source/file.js';
import { isTemplateLanguage, type TemplateLanguage, templateLanguages } from './languages.js';
import { templateShape, unknownBackend } from './messages.js';

/** The `template` of a rule, of a CPE item or of an entry of `extra_ovals.yml`. */
export interface TemplateUse {
  readonly name: string;
  /** The parameters as written: keys may be qualified with a product, as in `pkgname@ubuntu2404`. */
  readonly vars: Readonly<Record<string, unknown>>;
  /** Languages that are switched on or off; keys may be qualified. Without an entry, a language is on. */
  readonly backends: Readonly<Record<string, unknown>>;
  /** The `template` mapping. */
  readonly place?: NodePlace;
}

/** Who a template makes content for. */
export interface Templatable {
  readonly id: string;
  readonly title: string;
  readonly template: TemplateUse;
  /** Identifiers of a rule that count for the product, such as `cce`. */
  readonly identifiers?: Readonly<Record<string, unknown>>;
}

type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks the shape of a `template` mapping; reports and returns nothing where it has none. */
export function templateUse(data: unknown, report: Report, place?: NodePlace): TemplateUse | undefined {
  if (!isMapping(data)) {
    report(templateShape('`template` is a mapping with `name` and `vars`', place));
    return undefined;
  }
  const { name, vars, backends } = data;
  if (typeof name !== 'string') {
    report(templateShape('`template` needs the `name` of a template', place));
    return undefined;
  }
  const at = (key: string): NodePlace | undefined => place && childPlace(place, key);
  if (vars !== undefined && vars !== null && !isMapping(vars)) {
    report(templateShape('`vars` is a mapping of parameters', at('vars')));
  }
  if (backends !== undefined && backends !== null && !isMapping(backends)) {
    report(templateShape('`backends` is a mapping of languages to `on` or `off`', at('backends')));
  }
  const use: TemplateUse = {
    name,
    vars: isMapping(vars) ? vars : {},
    backends: isMapping(backends) ? backends : {},
    ...(place ? { place } : {}),
  };
  checkBackends(use, report);
  return use;
}

function checkBackends({ backends, place }: TemplateUse, report: Report): void {
  for (const key of Object.keys(backends)) {
    const language = unqualified(key);
    if (isTemplateLanguage(language)) continue;
    const at = place && keyPlace(place.file, [...place.pointer, 'backends', key]);
    report(unknownBackend(language, templateLanguages, at));
  }
}

const unqualified = (key: string): string => key.split('@', 1)[0] as string;

/** The entries of a mapping that count for a product, without their qualifiers; a qualified entry wins. */
export function entriesFor(entries: Mapping, product: string): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(entries)) {
    if (!key.includes('@') && !(key in out)) out[key] = entries[key];
    else if (key.endsWith(`@${product}`)) out[unqualified(key)] = entries[key];
  }
  return out;
}

export const isSwitchedOn = (language: TemplateLanguage, backends: Mapping): boolean => {
  const state = backends[language];
  return state === undefined || state === 'on' || state === true;
};
