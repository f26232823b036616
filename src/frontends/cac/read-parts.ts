import type { Check } from '../../model/benchmark.js';
import { emptyOvalLibrary } from '../../model/oval.js';
import { valuePlace } from '../../source/file.js';
import type { Answers } from '../memo.js';
import { loadFactChecks } from './cpe/checks.js';
import { loadFacts } from './cpe/facts.js';
import { CpeItems } from './cpe/items.js';
import type { Environment } from './environment.js';
import { type CheckedRule, RuleChecks, type RuleLookup } from './oval/checks.js';
import type { ReadParts } from './parts.js';
import { loadRemediations } from './remediations/load.js';
import { loadScripts } from './sce/load.js';
import { PreparedParameters } from './templates/prepared.js';
import { Python } from './templates/python.js';
import { RuleTemplates } from './templates/templates.js';
import { templateUse } from './templates/use.js';
import { forProduct } from './tree/qualified.js';
import type { RuleFile } from './tree/rule-file.js';
import type { RuleShelf } from './tree/rule-shelf.js';

export interface PartsReader {
  /** @param shelf every rule of the product, since the check of one may extend that of another */
  forProduct(env: Environment, shelf: RuleShelf): ReadParts;
  /** What Python answered so far. */
  answers(): Answers;
  /** Ends what the reader keeps running. */
  close(): void;
}

/**
 * Reads templates, checks, remediations and facts of any number of products of one checkout. Its Python
 * starts at once, so that it is ready by the time that the rules are read, unless most answers are known.
 *
 * @param dir the checkout
 */
export function partsReader(dir: string, known?: () => Answers): PartsReader {
  const python = new Python(dir);
  if (!known) python.start();
  const prepared = new PreparedParameters(known);
  return {
    forProduct: (env, shelf) => readPartsOf(env, shelf, new RuleTemplates(env, python, prepared)),
    answers: () => prepared.all,
    close: () => python.close(),
  };
}

function readPartsOf(env: Environment, shelf: RuleShelf, templates: RuleTemplates): ReadParts {
  const checked = new CheckedRules(env, shelf);
  const checks = new RuleChecks(env, templates, checked);
  const items = new CpeItems(env);
  return async ({ rules, expressions, held, declaring, isPart }) => {
    const used = rules.flatMap(({ id }) => checked.get(id) ?? []);
    const checkedHere = rules.filter(isCheckedHere).map(({ id }) => id);
    const [facts, oval, remediations, scripts] = await Promise.all([
      loadFacts(env, items, templates, expressions),
      checks.load(checkedHere, held, declaring),
      loadRemediations(env, templates, used),
      env.hasScripts ? loadScripts(env, templates, used) : new Map<string, Check>(),
    ]);
    return {
      facts,
      platforms: facts.product,
      oval,
      cpeOval: isPart
        ? emptyOvalLibrary
        : await loadFactChecks(env, templates, facts, facts.byDefinition.keys()),
      definition: ({ id, file }) =>
        oval.definition.has(id) ? { value: id, place: valuePlace(file, []) } : undefined,
      scripts: ({ id }) => {
        const check = scripts.get(id);
        return check ? [check] : [];
      },
      remediations: ({ id }) => remediations.get(id) ?? [],
    };
  };
}

/** Rules of the tree as their checks and remediations need them, each made when it is asked for. */
class CheckedRules implements RuleLookup {
  readonly #env: Environment;
  readonly #shelf: RuleShelf;
  readonly #rules = new Map<string, CheckedRule | undefined>();

  constructor(env: Environment, shelf: RuleShelf) {
    this.#env = env;
    this.#shelf = shelf;
  }

  get folders(): ReadonlyMap<string, string> {
    return this.#shelf.dirs;
  }

  get(id: string): CheckedRule | undefined {
    if (!this.#rules.has(id)) {
      const file = this.#shelf.has(id) ? this.#shelf.rule(id) : undefined;
      this.#rules.set(id, file && checkedRule(file, this.#env));
    }
    return this.#rules.get(id);
  }
}

function checkedRule(rule: RuleFile, { product, report }: Environment): CheckedRule {
  const { id, dir, file, data } = rule;
  const { template } = data;
  const use =
    template === undefined || template === null
      ? undefined
      : templateUse(template, report, valuePlace(file, ['template']));
  const identifiers = (data.identifiers ?? {}) as Readonly<Record<string, unknown>>;
  const chosen = Object.entries(forProduct(identifiers, product.id));
  return {
    id,
    title: String(data.title ?? ''),
    folder: dir,
    isCheckedHere: isCheckedHere(rule),
    identifiers: Object.fromEntries(chosen.map(([name, key]) => [name, identifiers[key]])),
    ...(use ? { template: use } : {}),
  };
}

/** A rule whose checks are a feed of somebody else's has none of its own. */
const isCheckedHere = ({ data }: RuleFile): boolean => !data.oval_external_content;
