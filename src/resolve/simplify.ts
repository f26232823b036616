import type { PlatformExpression } from '../model/platform.js';

type Operation = 'and' | 'or';

/** What an expression comes to: a shorter one, or that it always or never holds. */
export type Simplified = PlatformExpression | 'always' | 'never';

const dualOf = (kind: Operation): Operation => (kind === 'and' ? 'or' : 'and');

/**
 * The shortest equal expression that the usual laws of Boolean algebra give (double negation, associativity,
 * idempotence, complement, absorption, merging of two clauses that differ in one sign), its operands in a
 * fixed order, so that two ways to write the same thing become one platform.
 *
 * A negated `and` or `or` is kept as it is at the top, and taken apart inside another operation: that is how
 * ComplianceAsCode names its platforms, and a platform's id is its expression.
 */
export function simplify(expression: PlatformExpression): Simplified {
  if (expression.kind === 'fact') return expression;
  if (expression.kind === 'not') return negated(simplify(expression.operand));
  const operands: PlatformExpression[] = [];
  const absorbing = expression.kind === 'and' ? 'never' : 'always';
  for (const operand of expression.operands) {
    const simple = simplify(operand);
    if (simple === absorbing) return absorbing;
    if (typeof simple !== 'string') operands.push(simple);
  }
  if (operands.length === 0) return absorbing === 'never' ? 'always' : 'never';
  return combined(expression.kind, operands);
}

function negated(simple: Simplified): Simplified {
  if (simple === 'always') return 'never';
  if (simple === 'never') return 'always';
  return opposite(simple);
}

const opposite = (expression: PlatformExpression): PlatformExpression =>
  expression.kind === 'not' ? expression.operand : { kind: 'not', operand: expression };

function combined(kind: Operation, given: readonly PlatformExpression[]): Simplified {
  let operands = distinct(flattened(kind, given));
  const keys = new Set(operands.map(keyOf));
  if (operands.some((operand) => keys.has(keyOf(opposite(operand)))))
    return kind === 'and' ? 'never' : 'always';
  const merged = mergeOnce(kind, operands);
  if (merged) return combined(kind, merged);
  const shorter = absorbOnce(kind, operands);
  if (shorter) return combined(kind, shorter);
  const [only] = operands;
  if (operands.length === 1 && only) return only;
  operands = inOrder(operands);
  return { kind, operands };
}

/** Without operations of the same kind inside, and with negations moved inward (De Morgan). */
function flattened(kind: Operation, operands: readonly PlatformExpression[]): PlatformExpression[] {
  return operands.flatMap((operand) => {
    const inward = movedInward(operand);
    return inward.kind === kind ? flattened(kind, inward.operands) : [inward];
  });
}

function movedInward(expression: PlatformExpression): PlatformExpression {
  if (expression.kind !== 'not') return expression;
  const { operand } = expression;
  if (operand.kind === 'fact') return expression;
  if (operand.kind === 'not') return movedInward(operand.operand);
  const dual = dualOf(operand.kind);
  const simple = combined(dual, operand.operands.map(opposite));
  return typeof simple === 'string' ? expression : simple;
}

function distinct(operands: readonly PlatformExpression[]): PlatformExpression[] {
  const seen = new Map<string, PlatformExpression>();
  for (const operand of operands) if (!seen.has(keyOf(operand))) seen.set(keyOf(operand), operand);
  return [...seen.values()];
}

/** Equal for equal expressions, whatever the order of their operands. */
export function keyOf(expression: PlatformExpression): string {
  if (expression.kind === 'fact') return expression.fact;
  if (expression.kind === 'not') return `!${keyOf(expression.operand)}`;
  return `(${expression.kind} ${expression.operands.map(keyOf).sort().join(' ')})`;
}

type Clause = Extract<PlatformExpression, { kind: Operation }>;

const isClause = (expression: PlatformExpression, kind: Operation): expression is Clause =>
  expression.kind === kind;

/** `(a and b) or (a and not b)` is `a`. */
function mergeOnce(
  kind: Operation,
  operands: readonly PlatformExpression[],
): PlatformExpression[] | undefined {
  const dual = dualOf(kind);
  for (const [i, one] of operands.entries()) {
    for (const [j, other] of operands.entries()) {
      if (j <= i || !isClause(one, dual) || !isClause(other, dual)) continue;
      const rest = restOfMerge(one, other);
      if (!rest) continue;
      const replacement: PlatformExpression =
        rest.length === 1 && rest[0] ? rest[0] : { kind: dual, operands: rest };
      return operands.flatMap((operand, at) => (at === i ? [replacement] : at === j ? [] : [operand]));
    }
  }
  return undefined;
}

function restOfMerge(one: Clause, other: Clause): PlatformExpression[] | undefined {
  if (one.operands.length !== other.operands.length) return undefined;
  const keys = new Set(other.operands.map(keyOf));
  const differing = one.operands.filter((operand) => !keys.has(keyOf(operand)));
  const [only] = differing;
  if (differing.length !== 1 || !only || !keys.has(keyOf(opposite(only)))) return undefined;
  return one.operands.filter((operand) => operand !== only);
}

/** `a or (a and b)` is `a`; `a or (not a and b)` is `a or b`. */
function absorbOnce(
  kind: Operation,
  operands: readonly PlatformExpression[],
): PlatformExpression[] | undefined {
  const dual = dualOf(kind);
  for (const [i, absorber] of operands.entries()) {
    for (const [j, target] of operands.entries()) {
      if (i === j || !isClause(target, dual)) continue;
      const keys = new Set(target.operands.map(keyOf));
      const parts = isClause(absorber, dual) ? absorber.operands : [absorber];
      if (parts.every((part) => keys.has(keyOf(part)))) return operands.filter((_, at) => at !== j);
      const unwanted = keyOf(opposite(absorber));
      if (!keys.has(unwanted)) continue;
      const rest = target.operands.filter((operand) => keyOf(operand) !== unwanted);
      const replacement: PlatformExpression =
        rest.length === 1 && rest[0] ? rest[0] : { kind: dual, operands: rest };
      return operands.map((operand, at) => (at === j ? replacement : operand));
    }
  }
  return undefined;
}

/**
 * Operands sorted by insertion. The relation is not a total order (a negation stands where its operand would,
 * but is found by its own name from the other side), so the way of sorting is part of what an id means: a
 * first run that already stands in order, or in strict descent, is kept; each further operand finds its place
 * by bisection.
 */
function inOrder(operands: readonly PlatformExpression[]): PlatformExpression[] {
  const sorted = firstRun(operands);
  for (const operand of operands.slice(sorted.length)) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = sorted[middle];
      if (there && before(operand, there)) high = middle;
      else low = middle + 1;
    }
    sorted.splice(low, 0, operand);
  }
  return sorted;
}

function firstRun(operands: readonly PlatformExpression[]): PlatformExpression[] {
  const falls = (at: number): boolean => {
    const [one, two] = [operands[at - 1], operands[at]];
    return one !== undefined && two !== undefined && before(two, one);
  };
  const descending = falls(1);
  let length = 1;
  while (length < operands.length && falls(length) === descending) length++;
  const run = operands.slice(0, length);
  return descending ? run.reverse() : run;
}

function before(a: PlatformExpression, b: PlatformExpression): boolean {
  if (a.kind === 'fact') return expressionId(a) < expressionId(b);
  if (a.kind === 'not') return before(a.operand, b);
  if (b.kind === 'fact') return false;
  if (b.kind === 'not') return !before(b.operand, a);
  if (a.kind !== b.kind) return a.kind === 'and';
  for (const [i, operand] of a.operands.entries()) {
    const other = b.operands[i];
    if (!other) break;
    if (keyOf(operand) !== keyOf(other)) return before(operand, other);
  }
  return a.operands.length < b.operands.length;
}

/** The id of the platform of an expression: `not_container_and_package_pam`. */
export function expressionId(expression: PlatformExpression): string {
  if (expression.kind === 'fact') return expression.fact;
  if (expression.kind === 'not') return `not_${expressionId(expression.operand)}`;
  return expression.operands.map(expressionId).join(`_${expression.kind}_`);
}
