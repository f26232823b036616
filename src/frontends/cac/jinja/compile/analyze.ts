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
      loadNames(symbols, node.value);
      return;
    case 'for':
      loadNames(symbols, node.iterable);
      return;
    case 'if':
      analyzeIf(symbols, node.branches, node.otherwise);
      return;
    case 'macro':
      symbols.store(node.name);
      return;
    case 'call-block':
      loadNames(symbols, node.call);
      return;
    case 'filter-block':
      loadNames(symbols, node.filter);
      return;
    case 'assign':
      loadNames(symbols, node.value);
      storeTarget(symbols, node.target);
      return;
    case 'assign-block':
      storeTarget(symbols, node.target);
      return;
    case 'with':
      for (const value of node.values) loadNames(symbols, value);
      return;
    case 'import':
      loadNames(symbols, node.template);
      symbols.store(node.target);
      return;
    case 'from-import':
      loadNames(symbols, node.template);
      for (const [, alias] of node.names) symbols.store(alias);
      return;
    case 'include':
      loadNames(symbols, node.template);
      return;
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
    analyze(symbols, otherwise);
    return;
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
      node.items.forEach(visit);
      return;
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
      visit(node.right);
      return;
    case 'not':
    case 'sign':
      visit(node.operand);
      return;
    case 'concat':
      node.operands.forEach(visit);
      return;
    case 'compare':
      visit(node.first);
      for (const { operand } of node.rest) visit(operand);
      return;
    case 'attribute':
      visit(node.object);
      return;
    case 'subscript':
      visit(node.object);
      visit(node.key);
      return;
    case 'slice':
      for (const part of [node.object, node.from, node.to, node.step]) if (part) visit(part);
      return;
    case 'call':
      visit(node.callee);
      eachArgument(node.args, visit);
      return;
    case 'filter':
    case 'test':
      if (node.input) visit(node.input);
      eachArgument(node.args, visit);
      return;
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
        this.#expression(node.value);
        return;
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
        this.statements(node.otherwise);
        return;
      case 'macro':
        this.#signature(node);
        return;
      case 'call-block':
        this.#expression(node.call);
        this.#signature(node);
        return;
      case 'filter-block':
        this.statements(node.body);
        this.#filter(node.filter);
        return;
      case 'assign':
        this.#target(node.target);
        this.#expression(node.value);
        return;
      case 'assign-block':
        this.#target(node.target);
        if (node.filter) this.#filter(node.filter);
        this.statements(node.body);
        return;
      case 'with':
        node.targets.forEach((target) => {
          this.#target(target);
        });
        node.values.forEach(this.#expression);
        this.statements(node.body);
        return;
      case 'import':
      case 'from-import':
      case 'include':
        this.#expression(node.template);
        return;
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
