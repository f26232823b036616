import type { Report } from '../diagnostics/diagnostic.js';
import type { PlatformReference } from '../model/benchmark.js';
import type { FactSource, Sourced } from '../model/content.js';
import {
  type Atom,
  atomId,
  type ExpressionSyntax,
  parseExpression,
  sortedVersions,
} from '../model/expression.js';
import type { Fact, Platform, PlatformExpression } from '../model/platform.js';
import { childSpan } from '../source/file.js';
import { platformConstant, platformSyntax, unknownFact, unsupportedFact } from './messages.js';
import { expressionId, keyOf, simplify } from './simplify.js';

/**
 * Turns the platform expressions of one benchmark into Platforms, each once, and collects the facts that
 * they name.
 */
export class PlatformResolver {
  readonly #facts: FactSource;
  readonly #report: Report;
  readonly #bySource = new Map<string, Platform>();
  /** Whatever the order of its operands, an expression is one Platform: the one that came first. */
  readonly #byKey = new Map<string, Platform>();
  readonly #platforms = new Map<string, Platform>();
  /** Looks at expressions of which no Platform is to be made. */
  #checker: PlatformResolver | undefined;
  readonly #used = new Map<string, Fact>();
  /** So that an expression that many rules inherit is reported once. */
  readonly #failed = new WeakSet<Sourced<string>>();

  constructor(facts: FactSource, report: Report) {
    this.#facts = facts;
    this.#report = report;
  }

  /** The Platforms made so far, by id, in the order of their first use. */
  get platforms(): ReadonlyMap<string, Platform> {
    return this.#platforms;
  }

  /** The facts that those Platforms name, by id. */
  get facts(): ReadonlyMap<string, Fact> {
    return this.#used;
  }

  /** What an item refers to: a CPE name as it is, anything else by its Platform; reports what is wrong. */
  reference(source: Sourced<string>): PlatformReference | undefined {
    if (source.value.startsWith('cpe:')) return { kind: 'cpe', name: source.value };
    const platform = this.platform(source);
    return platform && { kind: 'platform', id: platform.id };
  }

  /** The Platform of an expression; nothing, once reported, where it is none. */
  platform(source: Sourced<string>): Platform | undefined {
    const known = this.#bySource.get(source.value);
    if (known || this.#failed.has(source)) return known;
    const platform = this.#make(source);
    if (platform) this.#bySource.set(source.value, platform);
    else this.#failed.add(source);
    return platform;
  }

  /** The Platform of an expression, if one was made of it or of an equal one; reports what is wrong. */
  known(source: Sourced<string>): Platform | undefined {
    this.#checker ??= new PlatformResolver(this.#facts, this.#report);
    const same = this.#checker.platform(source);
    return same && this.#byKey.get(keyOf(same.expression));
  }

  #make(source: Sourced<string>): Platform | undefined {
    const syntax = parseExpression(source.value);
    if ('error' in syntax) {
      const { message, start, end } = syntax.error;
      this.#report(platformSyntax(message, placeWithin(source, start, end)));
      return undefined;
    }
    const factIds = new Map<string, string>();
    if (!this.#resolveAtoms(syntax, source, factIds)) return undefined;
    const simple = simplify(expressionOf(syntax));
    if (typeof simple === 'string') {
      this.#report(platformConstant(source.value, simple, source.place));
      return undefined;
    }
    const expression = withFactIds(simple, factIds);
    const key = keyOf(expression);
    const existing = this.#byKey.get(key);
    if (existing) return existing;
    const id = expressionId(simple);
    const platform: Platform = { id, source: source.value, expression };
    this.#byKey.set(key, platform);
    this.#platforms.set(id, platform);
    return platform;
  }

  /** Asks for every fact of the expression, so that all unknown ones are reported at once. */
  #resolveAtoms(syntax: ExpressionSyntax, source: Sourced<string>, factIds: Map<string, string>): boolean {
    if (syntax.kind === 'not') return this.#resolveAtoms(syntax.operand, source, factIds);
    if (syntax.kind !== 'atom') {
      return syntax.operands
        .map((operand) => this.#resolveAtoms(operand, source, factIds))
        .every((resolved) => resolved);
    }
    const fact = this.#factOf(syntax.atom, source);
    if (!fact) return false;
    factIds.set(atomId(syntax.atom), fact.id);
    this.#used.set(fact.id, fact);
    return true;
  }

  #factOf(atom: Atom, source: Sourced<string>): Fact | undefined {
    const { name, argument } = atom;
    const versions = sortedVersions(atom.versions).map((range) => range.operator + range.version);
    const fact = this.#facts.fact(name, argument, versions.length === 0 ? undefined : versions.join(','));
    if (fact || this.#facts.broken?.has(name)) return fact;
    const place = placeWithin(source, atom.start, atom.end);
    const written = source.value.slice(atom.start, atom.end);
    this.#report(
      this.#facts.names.includes(name)
        ? unsupportedFact(written, name, place)
        : unknownFact(name, this.#facts.names, place),
    );
    return undefined;
  }
}

const placeWithin = ({ place }: Sourced<string>, start: number, end: number): Sourced<string>['place'] =>
  place && childSpan(place, start, end);

function expressionOf(syntax: ExpressionSyntax): PlatformExpression {
  if (syntax.kind === 'atom') return { kind: 'fact', fact: atomId(syntax.atom) };
  if (syntax.kind === 'not') return { kind: 'not', operand: expressionOf(syntax.operand) };
  return { kind: syntax.kind, operands: syntax.operands.map(expressionOf) };
}

function withFactIds(expression: PlatformExpression, ids: ReadonlyMap<string, string>): PlatformExpression {
  if (expression.kind === 'fact') return { kind: 'fact', fact: ids.get(expression.fact) ?? expression.fact };
  if (expression.kind === 'not') return { kind: 'not', operand: withFactIds(expression.operand, ids) };
  return { kind: expression.kind, operands: expression.operands.map((operand) => withFactIds(operand, ids)) };
}
