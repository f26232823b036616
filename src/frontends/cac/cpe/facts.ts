import type { FactSource, Sourced } from '../../../model/content.js';
import { type Atom, atomId, type ExpressionSyntax, parseExpression } from '../../../model/expression.js';
import type { Fact } from '../../../model/platform.js';
import { childPlace, valuePlace } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import type { RuleTemplates, TemplateRequest } from '../templates/templates.js';
import type { Templatable } from '../templates/use.js';
import { formatted } from './format.js';
import type { CpeItem } from './item.js';
import type { CpeItems } from './items.js';
import { cpePlaceholder } from './messages.js';
import { versionParameters } from './versions.js';

/** A fact, and what its template still has to say of it. */
interface Resolved {
  readonly fact: Fact;
  readonly item: CpeItem;
  readonly templatable?: Templatable;
}

/** The facts of one product, and the templates that make their OVAL. */
export interface CacFacts extends FactSource {
  /** The facts that expressions may use, by the OVAL definition that decides them. */
  readonly byDefinition: ReadonlyMap<string, Templatable | undefined>;
  /** CPE names of the product itself. */
  readonly product: readonly Sourced<string>[];
}

/**
 * The facts that some platform expressions name. What a template says of a fact needs Python, so it is asked
 * for ahead: a fact that none of the expressions names has no conditions from its template.
 */
export async function loadFacts(
  env: Environment,
  items: CpeItems,
  templates: RuleTemplates,
  expressions: Iterable<string>,
): Promise<CacFacts> {
  const resolved = new Map<string, Resolved | undefined>();
  const find = (
    name: string,
    argument: string | undefined,
    versions: string | undefined,
  ): Resolved | undefined => {
    const key = `${name}[${argument ?? ''}]${versions ?? ''}`;
    if (!resolved.has(key)) resolved.set(key, resolve(env, items, name, argument, versions));
    return resolved.get(key);
  };
  for (const expression of new Set(expressions)) {
    const syntax = parseExpression(expression);
    if ('error' in syntax) continue;
    for (const { name, argument, versions } of atomsOf(syntax)) {
      const ranges = versions.map(({ operator, version }) => operator + version);
      find(name, argument, ranges.length === 0 ? undefined : sorted(ranges).join(','));
    }
  }
  for (const { id } of items.own) find(id, undefined, undefined);
  const used = [...resolved.values()].filter((entry) => entry !== undefined);
  const conditions = await conditionsOf(templates, used);
  return {
    get names() {
      return items.names;
    },
    fact(name, argument, versions) {
      const entry = find(name, argument, versions);
      return entry && { ...entry.fact, ...conditions.get(entry.fact.id) };
    },
    broken: items.broken,
    product: items.own.map(({ name, place }) => ({ value: name, place: childPlace(place, 'name') })),
    byDefinition: new Map(used.map(({ fact, templatable }) => [fact.definition ?? fact.id, templatable])),
  };
}

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

function atomsOf(syntax: ExpressionSyntax): Atom[] {
  if (syntax.kind === 'atom') return [syntax.atom];
  return syntax.kind === 'not' ? atomsOf(syntax.operand) : syntax.operands.flatMap(atomsOf);
}

const languages = ['bash', 'ansible'] as const;

/** What the templates of facts say for scripts, by the id of the fact. */
async function conditionsOf(
  templates: RuleTemplates,
  used: readonly Resolved[],
): Promise<Map<string, Pick<Fact, 'bash' | 'ansible'>>> {
  const requests: TemplateRequest[] = used.flatMap(({ templatable }) =>
    templatable
      ? languages.map((language) => ({ templatable, language })).filter((request) => templates.makes(request))
      : [],
  );
  const made = await templates.make(requests);
  const out = new Map<string, { bash?: string; ansible?: string }>();
  for (const [at, { templatable, language }] of requests.entries()) {
    const text = made[at]?.text;
    if (text === undefined) continue;
    const entry = out.get(templatable.id) ?? {};
    entry[language as 'bash' | 'ansible'] = text;
    out.set(templatable.id, entry);
  }
  return out;
}

function resolve(
  env: Environment,
  items: CpeItems,
  name: string,
  argument: string | undefined,
  versions: string | undefined,
): Resolved | undefined {
  const item = items.item(name);
  if (!item) return undefined;
  if (argument === undefined) return plainFact(item, versions);
  const parameters = item.args[argument];
  if (!parameters || (versions !== undefined && !item.isVersioned)) return undefined;
  const syntax = parseExpression(`${name}[${argument}]${versions ?? ''}`);
  if ('error' in syntax || syntax.kind !== 'atom') return undefined;
  const id = atomId(syntax.atom);
  const all = { ...parameters, id, name, arg: argument, ...versionParameters(syntax.atom.versions) };
  const filled = (text: string, key: string): string =>
    formatted(text, all, (unknown) => {
      const place = valuePlace(item.place.file, [...item.place.pointer, key]);
      env.report(cpePlaceholder(unknown, Object.keys(all), place));
    });
  const resolvedItem: CpeItem = {
    ...item,
    id,
    name: filled(item.name, 'name'),
    title: filled(item.title, 'title'),
    checkId: filled(item.checkId, 'check_id'),
    bash: filled(item.bash, 'bash_conditional'),
    ansible: filled(item.ansible, 'ansible_conditional'),
  };
  return withTemplate(resolvedItem, all);
}

/** A fact without an argument knows no versions. */
const plainFact = (item: CpeItem, versions: string | undefined): Resolved | undefined =>
  versions === undefined ? withTemplate(item, item.template?.vars ?? {}) : undefined;

function withTemplate(item: CpeItem, vars: Readonly<Record<string, unknown>>): Resolved {
  const { id, title, template } = item;
  const fact: Fact = {
    id,
    cpe: item.name,
    title,
    definition: item.checkId || id,
    origin: item.checkId ? childPlace(item.place, 'check_id') : item.place,
    ...(item.bash === '' ? {} : { bash: item.bash }),
    ...(item.ansible === '' ? {} : { ansible: item.ansible }),
  };
  return template
    ? { fact, item, templatable: { id, title, template: { ...template, vars } } }
    : { fact, item };
}
