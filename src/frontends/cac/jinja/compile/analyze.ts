import type { Arguments, Expression, Filter, For, Signature, Statement, Target } from '../syntax/ast.js';
import type { Symbols } from './symbols.js';

/** Enters into `symbols` every name that these statements store or read in their own scope. */
export function analyze(symbols: Symbols, statements: readonly Statement[]): void {
  for (const statement of statements) analyzeStatement(symbols, statement);
}

function analyzeStatement(symbols: Symbols, node: Statement): void {
  switch (node.kind) {
    case 'data':
      return;
    case 'print':
    case 'do':
      return loadNames(symbols, node.value);
    case 'for':
      return loadNames(symbols, node.iterable);
    case 'if':
      return analyzeIf(symbols, node.branches, node.otherwise);
    case 'macro':
      return symbols.store(node.name);
    case 'call-block':
      return loadNames(symbols, node.call);
    case 'filter-block':
      return loadNames(symbols, node.filter);
    case 'assign':
      loadNames(symbols, node.value);
      return storeTarget(symbols, node.target);
    case 'assign-block':
      return storeTarget(symbols, node.target);
    case 'with':
      for (const value of node.values) loadNames(symbols, value);
      return;
    case 'import':
      loadNames(symbols, node.template);
      return symbols.store(node.target);
    case 'from-import':
      loadNames(symbols, node.template);
      for (const [, alias] of node.names) symbols.store(alias);
      return;
    case 'include':
      return loadNames(symbols, node.template);
  }
}

/** Every `elif` counts as an `if` in the branch of its own, as in Jinja2. */
function analyzeIf(
  symbols: Symbols,
  branches: readonly { readonly test: Expression; readonly body: readonly Statement[] }[],
  otherwise: readonly Statement[],
): void {
  const [first, ...rest] = branches;
  if (!first) return;
  if (!branches.some(({ body }) => stores(body)) && !stores(otherwise)) {
    for (const { test, body } of branches) {
      loadNames(symbols, test);
      analyze(symbols, body);
    }
    return analyze(symbols, otherwise);
  }
  loadNames(symbols, first.test);
  const body = symbols.branch();
  analyze(body, first.body);
  const elifs = symbols.branch();
  for (const branch of rest) analyzeIf(elifs, [branch], []);
  const last = symbols.branch();
  analyze(last, otherwise);
  symbols.join([body, elifs, last]);
}

/** Whether statements assign a name in their own scope: then the branches of an `if` have to be told apart. */
const stores = (nodes: readonly Statement[]): boolean =>
  nodes.some((node) => {
    switch (node.kind) {
      case 'if':
        return node.branches.some(({ body }) => stores(body)) || stores(node.otherwise);
      case 'assign':
      case 'assign-block':
      case 'macro':
      case 'import':
      case 'from-import':
        return true;
      default:
        return false;
    }
  });

/** The scope of a macro or of the body of a call block. */
export function analyzeSignature(symbols: Symbols, node: Signature): void {
  for (const { name } of node.parameters) symbols.parameter(name);
  for (const value of node.defaults) loadNames(symbols, value);
  analyze(symbols, node.body);
}

/** The scope of one turn of a loop. */
export function analyzeLoop(symbols: Symbols, node: For): void {
  parameterTarget(symbols, node.target);
  analyze(symbols, node.body);
}

/** The scope of the condition of a loop. */
export function analyzeLoopTest(symbols: Symbols, node: For): void {
  parameterTarget(symbols, node.target);
  if (node.test) loadNames(symbols, node.test);
}

export function parameterTarget(symbols: Symbols, target: Target): void {
  if (target.kind === 'name') symbols.parameter(target.name);
  else if (target.kind === 'target-tuple') for (const item of target.items) parameterTarget(symbols, item);
}

function storeTarget(symbols: Symbols, target: Target): void {
  if (target.kind === 'name') symbols.store(target.name);
  else if (target.kind === 'namespace-attribute') symbols.load(target.name);
  else for (const item of target.items) storeTarget(symbols, item);
}

/** Enters the names that an expression reads. */
export function loadNames(symbols: Symbols, node: Expression): void {
  if (node.kind === 'name') symbols.load(node.name);
  else if (node.kind !== 'constant') eachChild(node, (child) => loadNames(symbols, child));
}

/** Calls `visit` with the expressions that a node is made of, in Jinja2's order. */
export function eachChild(node: Expression, visit: (child: Expression) => void): void {
  switch (node.kind) {
    case 'name':
    case 'constant':
      return;
    case 'list':
    case 'tuple':
      return node.items.forEach(visit);
    case 'dict':
      node.keys.forEach((key, i) => {
        visit(key);
        visit(node.values[i] as Expression);
      });
      return;
    case 'conditional':
      visit(node.test);
      visit(node.then);
      if (node.otherwise) visit(node.otherwise);
      return;
    case 'and':
    case 'or':
    case 'binary':
      visit(node.left);
      return visit(node.right);
    case 'not':
    case 'sign':
      return visit(node.operand);
    case 'concat':
      return node.operands.forEach(visit);
    case 'compare':
      visit(node.first);
      for (const { operand } of node.rest) visit(operand);
      return;
    case 'attribute':
      return visit(node.object);
    case 'subscript':
      visit(node.object);
      return visit(node.key);
    case 'slice':
      for (const part of [node.object, node.from, node.to, node.step]) if (part) visit(part);
      return;
    case 'call':
      visit(node.callee);
      return eachArgument(node.args, visit);
    case 'filter':
    case 'test':
      if (node.input) visit(node.input);
      return eachArgument(node.args, visit);
  }
}

function eachArgument(args: Arguments, visit: (child: Expression) => void): void {
  args.positional.forEach(visit);
  args.values.forEach(visit);
  if (args.star) visit(args.star);
  if (args.starStar) visit(args.starStar);
}

/** Which of `names` these statements read without having stored them before, macros and loops inside included. */
export function undeclared(statements: readonly Statement[], names: readonly string[]): ReadonlySet<string> {
  const search = new UndeclaredSearch(names);
  search.statements(statements);
  return search.found;
}

class UndeclaredSearch {
  readonly found = new Set<string>();
  readonly #wanted: Set<string>;

  constructor(names: readonly string[]) {
    this.#wanted = new Set(names);
  }

  statements(nodes: readonly Statement[]): void {
    for (const node of nodes) this.#statement(node);
  }

  readonly #expression = (node: Expression): void => {
    if (node.kind !== 'name') eachChild(node, this.#expression);
    else if (this.#wanted.has(node.name)) this.found.add(node.name);
  };

  #target(target: Target): void {
    if (target.kind === 'name') this.#wanted.delete(target.name);
    else if (target.kind === 'target-tuple') for (const item of target.items) this.#target(item);
  }

  #statement(node: Statement): void {
    switch (node.kind) {
      case 'data':
        return;
      case 'print':
      case 'do':
        return this.#expression(node.value);
      case 'for':
        this.#target(node.target);
        this.#expression(node.iterable);
        this.statements(node.body);
        this.statements(node.otherwise);
        if (node.test) this.#expression(node.test);
        return;
      case 'if':
        for (const { test, body } of node.branches) {
          this.#expression(test);
          this.statements(body);
        }
        return this.statements(node.otherwise);
      case 'macro':
        return this.#signature(node);
      case 'call-block':
        this.#expression(node.call);
        return this.#signature(node);
      case 'filter-block':
        this.statements(node.body);
        return this.#filter(node.filter);
      case 'assign':
        this.#target(node.target);
        return this.#expression(node.value);
      case 'assign-block':
        this.#target(node.target);
        if (node.filter) this.#filter(node.filter);
        return this.statements(node.body);
      case 'with':
        node.targets.forEach((target) => {
          this.#target(target);
        });
        node.values.forEach(this.#expression);
        return this.statements(node.body);
      case 'import':
      case 'from-import':
      case 'include':
        return this.#expression(node.template);
    }
  }

  #signature(node: Signature): void {
    for (const { name } of node.parameters) this.#wanted.delete(name);
    node.defaults.forEach(this.#expression);
    this.statements(node.body);
  }

  #filter(node: Filter): void {
    eachChild(node, this.#expression);
  }
}
